import { expect, test } from 'vitest'
import { type Answer, hurt, isUnchanged, keep, reviewDue } from './answer.ts'

const today = '2026-06-01'
const first: Answer = { version: 1, text: 'It is back.', by: 'kit', ownerId: 'kit', reviewOn: '2026-09-01' }

test('a first answer is version 1, other words are the next, the same once more is none', () => {
  expect(keep(null, first, today)).toEqual({ is: 'kept', next: first })
  expect(keep(first, { ...first, text: 'It is back on Fridays.' }, today)).toMatchObject({ next: { version: 2 } })
  expect(keep(first, { ...first, ownerId: 'ana' }, today)).toMatchObject({ next: { version: 2, ownerId: 'ana' } })
  expect(keep(first, { ...first, text: ' It is back. ' }, today)).toEqual({ is: 'kept', next: first })
})

test('it needs words, and a day to come on which somebody looks at it again', () => {
  expect(keep(null, { ...first, text: ' ' }, today)).toMatchObject({ is: 'refused' })
  expect(keep(null, { ...first, reviewOn: today }, today)).toMatchObject({ is: 'refused' })
  expect([reviewDue(first, today), reviewDue(first, '2026-09-01')]).toEqual([false, true])
})

const moods: [labels: string[], mood: number, how: string | null][] = [
  [['question'], 0, null],
  [['question'], -0.3, null],
  [['complaint'], -0.3, 'angry'],
  [['complaint'], 0.3, null],
  [[], -0.9, 'angry'],
  [['abuse'], -0.2, 'angry'],
  [['loss', 'complaint'], -0.9, 'grieving'],
  [['loss', 'thanks'], 0.4, 'grieving'],
]
test.each(moods)('who says %j at %d is %s', (labels, mood, how) => {
  expect(
    hurt([
      { labels: [], mood: 0.8 },
      { labels: labels as never, mood },
    ]),
  ).toBe(how)
})

test('spaces and a full stop make it no other answer, a word does', () => {
  expect(isUnchanged('It is  back', [first.text])).toBe(true)
  expect(isUnchanged('Ada, it is back.', [first.text])).toBe(false)
  expect(isUnchanged('It is back.', [])).toBe(false)
})
