import { expect, test } from 'vitest'
import { type Days, type Meanwhile, type Running, standing, steps, usualDays } from './clock.ts'
import { draftOf, languages } from './drafts.ts'

const day = (n: number) => new Date(Date.UTC(2026, 5, 1 + n)).toISOString().slice(0, 10)
const order: Running = { status: 'delivered', fromDay: day(0), said: [] }
const quiet: Meanwhile = {
  lastContactDay: null,
  complained: false,
  beingWooed: false,
  waits: false,
  grieves: false,
  onLadder: false,
  pressed: false,
}
const done = (step: Running['said'][number]['step']) => ({ step, said: 'done', untilDay: null }) as const
type Case = [what: string, order: Partial<Running>, meanwhile: Partial<Meanwhile>, on: number, is: object]

const cases: Case[] = [
  ['on the day itself nothing is due', {}, {}, 0, { is: 'to-come', step: 'thank', on: day(1) }],
  ['thanks after a day', {}, {}, 1, { is: 'due', step: 'thank', on: day(1) }],
  ['thanked, the question is to come', { said: [done('thank')] }, {}, 3, { is: 'to-come', step: 'ask', on: day(7) }],
  ['thanks that were not said give way to the question', {}, {}, 7, { is: 'due', step: 'ask', on: day(7) }],
  ['after two steps it listens', { said: [done('ask')] }, {}, 30, { is: 'due', step: 'listen', on: day(30) }],
  ['too late is over', {}, {}, 45, { is: 'over' }],
  ['all done is over', { said: steps.map(done) }, {}, 8, { is: 'over' }],
  ['not for this one', { said: [{ step: 'thank', said: 'left', untilDay: null }] }, {}, 1, { step: 'ask', on: day(7) }],
  ['later', { said: [{ step: 'thank', said: 'later', untilDay: day(3) }] }, {}, 2, { is: 'to-come', on: day(3) }],
  ['and then it is due', { said: [{ step: 'thank', said: 'later', untilDay: day(3) }] }, {}, 3, { is: 'due' }],
  [
    'a contact moves the question',
    { said: [done('thank')] },
    { lastContactDay: day(6) },
    7,
    { is: 'to-come', on: day(12) },
  ],
  ['a contact before the sale moves nothing', {}, { lastContactDay: day(-1) }, 1, { is: 'due', step: 'thank' }],
  ['a contact long before a step moves it not', {}, { lastContactDay: day(2) }, 30, { is: 'due', step: 'listen' }],
  ['a complaint stops the thanks', {}, { complained: true }, 1, { is: 'to-come', step: 'ask', on: day(7) }],
  ['wooing comes first', {}, { complained: true, beingWooed: true }, 7, { is: 'held', step: 'ask', why: 'wooing' }],
  ['who waits is answered first', {}, { waits: true }, 1, { is: 'held', why: 'waits' }],
  ['whom we wrote often enough is left in peace', {}, { pressed: true }, 1, { is: 'held', why: 'pressure' }],
  ['nothing for the grieving', {}, { grieves: true, pressed: true }, 1, { is: 'held', why: 'grief' }],
  ['returned ends it', { status: 'returned' }, {}, 1, { is: 'ended' }],
  ['cancelled ends it', { status: 'cancelled' }, {}, 1, { is: 'ended' }],
]
test.each(cases)('%s', (_what, more, meanwhile, on, is) => {
  expect(standing({ ...order, ...more }, { ...quiet, ...meanwhile }, usualDays, day(on))).toMatchObject(is)
})

test('the owner sets the days, and leaves a step out', () => {
  const days: Days = { thank: null, ask: 3, listen: 60 }
  expect(standing(order, quiet, days, day(3))).toEqual({ is: 'due', step: 'ask', on: day(3) })
  expect(standing(order, { ...quiet, lastContactDay: day(2) }, days, day(3))).toMatchObject({ on: day(5) })
})

test('nothing in the first words sells', () => {
  const selling =
    /\b(buy|shop|offer|discount|voucher|coupon|sale|deal|price|free|new(?:est)?|order again|recommend|review|rate|stars?|newsletter|subscribe|code|kauf\w*|angebot\w*|rabatt\w*|gutschein\w*|preis\w*|gratis|neu\w*|bestell\w*|empfehl\w*|bewert\w*|sterne?|abonn\w*|aktion\w*|shoppen)\b|[€$£%]|https?:/i
  expect('Buy one, get one free').toMatch(selling)
  expect('Jetzt 10 % Rabatt').toMatch(selling)
  for (const language of languages)
    for (const step of steps) expect(draftOf(step, { name: 'Ada', language })).not.toMatch(selling)
})

test('first words are in the language of the buyer where we have it, and name them as they are called', () => {
  expect(draftOf('ask', { name: 'Ada', language: 'de-AT' })).toMatch(/^Hallo Ada,/)
  expect(draftOf('ask', { name: '$& Ada', language: 'pt' })).toMatch(/^Hello \$& Ada,/)
})
