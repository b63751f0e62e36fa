import { expect, test } from 'vitest'
import { nothingBehind } from './behind.ts'

test('each conversation is counted once, however often it is heard', () => {
  const behind = nothingBehind()
  behind.hold(['ada', 'bo'])
  behind.hold(['bo', 'cy'])
  expect(behind.count).toBe(3)
})

test('a reading shows what came before it; what came meanwhile waits on, unless it stands there already', () => {
  const behind = nothingBehind()
  behind.hold(['ada', 'bo'])
  const mark = behind.mark()
  behind.hold(['bo', 'cy', 'di'])
  behind.shown(mark, ['ada', 'cy'])
  expect(behind.count).toBe(1)
})

test('five hundred a second for a minute are all counted', () => {
  const behind = nothingBehind()
  for (let batch = 0; batch < 600; batch++) behind.hold(Array.from({ length: 50 }, (_, at) => `${batch}.${at}`))
  expect(behind.count).toBe(30_000)
})
