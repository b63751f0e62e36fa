import fc from 'fast-check'
import { expect, test } from 'vitest'
import { counted, MOST_A_BEAT } from './care.ts'

const beats = fc.array(
  fc.record({ conversation: fc.constantFrom('a', 'b'), reading: fc.nat(5000), writing: fc.nat(5000) }),
)

test('nobody has more than an hour an hour, however many windows and whatever they claim', () => {
  fc.assert(
    fc.property(beats, fc.option(fc.integer({ min: -10, max: 1000 })), (claimed, sinceLast) => {
      const sum = counted(claimed, sinceLast).reduce((all, it) => all + it.reading + it.writing, 0)
      expect(sum).toBeLessThanOrEqual(Math.max(0, Math.min(MOST_A_BEAT, sinceLast ?? MOST_A_BEAT)))
    }),
  )
})

test('what really was is counted as it was', () => {
  const beat = [{ conversation: 'a', reading: 20, writing: 10 }]
  expect(counted(beat, 30)).toEqual(beat)
})

test('of what can not all have been, writing counts first', () => {
  expect(counted([{ conversation: 'a', reading: 20, writing: 10 }], 15)).toEqual([
    { conversation: 'a', reading: 5, writing: 10 },
  ])
})
