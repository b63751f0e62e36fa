import { expect, test } from 'vitest'
import { noon } from '../../../test/cast.ts'
import { addressed, keyOfWords, mayOverrule, type Speaking, verdict } from './speaking.ts'

const quiet: Speaking = {
  to: null,
  saidBefore: false,
  beyond: { count: 0, longest: null },
  reason: null,
  mayOverrule: true,
}
const waiting = { count: 2, longest: { conversationId: 'c', since: noon } }

const cases: [what: string, change: Partial<Speaking>, is: string, why: RegExp | null][] = [
  ['where nobody waits', {}, 'may', null],
  ['while people wait', { beyond: waiting }, 'held', /2 people wait here beyond our promise/],
  ['while one waits', { beyond: { ...waiting, count: 1 } }, 'held', /One person waits/],
  ['while people wait, with an owner’s reason', { beyond: waiting, reason: 'The oven burns.' }, 'may', null],
  [
    'with a reason of somebody else',
    { beyond: waiting, reason: 'I want to.', mayOverrule: false },
    'held',
    /only an owner/,
  ],
  ['a fourth time in a month', { to: { name: 'Bo', firstWords: 3 } }, 'refused', /Bo first 3 times/],
  ['a third time in a month', { to: { name: 'Bo', firstWords: 2 } }, 'may', null],
  ['the same words again', { saidBefore: true, reason: 'because' }, 'refused', /the same to many/],
]
test.each(cases)('%s', (_what, change, is, why) => {
  const said = verdict({ ...quiet, ...change })
  expect(said.is).toBe(is)
  if (why !== null) expect('why' in said && said.why).toMatch(why)
})

test('an owner may overrule, and whoever looks after the room', () => {
  expect(mayOverrule({ id: 'kit', role: 'owner' }, null)).toBe(true)
  expect(mayOverrule({ id: 'ana', role: 'teammate' }, 'ana')).toBe(true)
  expect(mayOverrule({ id: 'ana', role: 'admin' }, 'kit')).toBe(false)
})

test('the same words to another person are the same words', () => {
  expect(keyOfWords('@bo.example How was the cake?')).toBe(keyOfWords('How was the cake, @ada.example?!'))
  expect(addressed('How was it?', 'bo.example')).toBe('@bo.example How was it?')
  expect(addressed('How was it, @bo.example?', 'bo.example')).toBe('How was it, @bo.example?')
})
