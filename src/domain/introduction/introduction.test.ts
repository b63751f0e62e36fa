import { expect, test } from 'vitest'
import { at } from '../../../test/cast.ts'
import { sharedInterests } from './interests.ts'
import { type Introduction, type Pair, propose, type Said, type Standing, standing } from './introduction.ts'

const DAY = 24 * 60
const side = (said: Said | null) => ({ askedAt: at(0), said })
const of = (sides: (Said | null)[], more: Partial<Introduction> = {}): Introduction => ({
  sides: sides.map(side),
  writtenAt: null,
  talked: false,
  ...more,
})

const cases: [what: string, it: Introduction, is: Standing][] = [
  ['nobody asked', of([]), 'asking'],
  ['one yes alone is not enough', of(['yes']), 'asking'],
  ['one of two has not answered', of(['yes', null]), 'asking'],
  ['both said yes', of(['yes', 'yes']), 'agreed'],
  ['one no ends it', of(['yes', 'no']), 'declined'],
  ['a never ends it', of(['never']), 'declined'],
  ['the note is written', of(['yes', 'yes'], { writtenAt: at(0) }), 'written'],
  ['they talk', of(['yes', 'yes'], { writtenAt: at(0), talked: true }), 'talking'],
  ['a fortnight of silence', of(['yes', 'yes'], { writtenAt: at(-8 * DAY) }), 'silent'],
]
test.each(cases)('%s', (_what, it, is) => expect(standing(it, at(6 * DAY))).toBe(is))

test('nobody is proposed to two at once, and what binds most comes first', () => {
  const pair = (one: string, other: string, why: Pair['why']): Pair => ({ one, other, why, about: '' })
  const proposed = propose(
    [
      pair('ada', 'bo', 'same-question'),
      pair('bo', 'kit', 'solved'),
      pair('ada', 'tom', 'interest'),
      pair('edith', 'edith', 'interest'),
    ],
    10,
  )
  expect(proposed.map(({ one, other }) => `${one} ${other}`)).toEqual(['bo kit', 'ada tom'])
})

test('interests are shared by their longest telling word', () => {
  const interests = [
    { person: 'ada', text: 'Sings in the harbour choir.' },
    { person: 'bo', text: 'The choir by the HARBOUR' },
    { person: 'kit', text: 'Rye bread' },
  ]
  expect(sharedInterests(interests)).toEqual([
    {
      one: 'ada',
      other: 'bo',
      why: 'interest',
      about: 'harbour',
      said: { one: 'Sings in the harbour choir.', other: 'The choir by the HARBOUR' },
    },
  ])
})

test('what many like binds nobody', () => {
  expect(sharedInterests(Array.from({ length: 6 }, (_, n) => ({ person: `${n}`, text: 'bread' })))).toEqual([])
})
