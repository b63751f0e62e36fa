import { expect, test } from 'vitest'
import { letterLanguages, letterOf } from './letter.ts'
import { isMonday, lastMonday, type ObjectiveWeek, sundayOf, type Week } from './week.ts'

const at = new Date('2026-06-08T06:00:00Z')
const nobody = {
  asked: 0,
  answered: 0,
  due: 0,
  promised: 0,
  inTime: 0,
  median: null,
  ninety: null,
  closed: 0,
  reopened: 0,
}
const still: Week = {
  ...{ from: '2026-06-01', to: '2026-06-07', objectives: [], care: { now: nobody, before: nobody }, lateRooms: [] },
  ...{ people: { won: 0, lost: 0, spotted: 0, onTheWay: 0 }, outcomes: { n: 0, before: 0, values: [] } },
  ...{
    verdicts: { content: 0, all: 0 },
    questions: [],
    voice: [],
    storms: 0,
    promises: 0,
    troubles: [],
    counsel: null,
  },
  waiting: { people: 0, longest: null },
}
const objective: ObjectiveWeek = {
  id: 'o',
  result: 'Answered within a day',
  unit: 'percent',
  value: 72,
  before: 64,
  target: 90,
  due: '2026-12-31',
  where: 'behind',
}
const full: Week = {
  ...still,
  objectives: [
    objective,
    {
      ...objective,
      id: 'p',
      result: 'Ten orders',
      unit: 'count',
      value: null,
      before: null,
      target: 10,
      where: 'unknown',
    },
  ],
  care: {
    now: { ...nobody, asked: 12, answered: 10, due: 11, inTime: 9, median: 2.4 * 3600, closed: 9, reopened: 1 },
    before: { ...nobody, asked: 8, answered: 8, due: 8, inTime: 4, median: 70 * 60 },
  },
  lateRooms: [{ id: 'r', name: 'Mail', due: 8, late: 3 }],
  people: { won: 1, lost: 2, spotted: 4, onTheWay: 3 },
  outcomes: { n: 2, before: 1, values: [{ currency: 'EUR', cents: 3600 }] },
  verdicts: { content: 3, all: 4 },
  questions: [
    { id: 'q', name: 'Is the cake back?', asked: 5, before: 2, answered: false },
    { id: 's', name: 'When do you open?', asked: 2, before: 2, answered: true },
  ],
  voice: [
    { name: 'Acme', now: 7, before: 3, unhappy: 1 },
    { name: 'Quiet', now: 0, before: 0, unhappy: 0 },
  ],
  storms: 1,
  waiting: { people: 6, longest: { conversationId: 'c', name: 'Ada', since: new Date('2026-06-05T06:00:00Z') } },
  promises: 2,
  troubles: [{ id: 't', name: 'The square', why: 'The password was refused.' }],
  counsel: { is: 'mend', name: 'Mail' },
}

test('a week is the last that has ended, from Monday to Sunday', () => {
  expect(lastMonday(at)).toBe('2026-06-01')
  expect(lastMonday(new Date('2026-06-07T23:59:59Z'))).toBe('2026-05-25')
  expect(lastMonday(new Date('2026-06-14T23:59:59Z'))).toBe('2026-06-01')
  expect([sundayOf('2026-06-01'), isMonday('2026-06-01'), isMonday('2026-06-02')]).toEqual(['2026-06-07', true, false])
})

test('what changed and what to do next, in sentences that lead somewhere', () => {
  expect(letterOf(full, 'en', at)).toEqual({
    title: 'The week from 1 June to 7 June',
    changed: [
      {
        text: '“Answered within a day”: 72%, 64% a week before; 90% are wanted by 31 December: behind.',
        to: '/objectives/o',
      },
      { text: '“Ten orders”: nothing is counted so far; 10 are wanted by 31 December.', to: '/objectives/p' },
      {
        text: '12 questions were asked (8 the week before). 82% had a word in time (50%). Half of those who were answered waited no longer than 2 hours (70 minutes).',
        to: '/objectives/care?days=7',
      },
      { text: '1 of 9 conversations that were closed opened again.', to: '/objectives/care?days=7&which=reopened' },
      { text: 'One person was won back, 2 lost, and 4 more began to lose patience.', to: '/objectives/people' },
      { text: '2 outcomes came of talking, worth €36.00 (1 the week before).', to: '/objectives/return' },
      { text: '3 of 4 people who said how we did were content.', to: '/objectives' },
      { text: '“Is the cake back?” was asked 5 times (2 the week before).', to: '/questions/q' },
      { text: '“When do you open?” was asked twice (2 the week before).', to: '/questions/s' },
      {
        text: 'Acme was spoken of 7 times without being addressed (3 the week before), once in anger or annoyance.',
        to: '/objectives/voice',
      },
      { text: 'One storm was warned of.', to: '/weather' },
    ],
    next: [
      { text: 'Answer Ada, who has waited for 3 days; 6 wait in all.', to: '/c/c' },
      { text: 'Keep 2 promises that fall due by Sunday, or say why not.', to: '/' },
      { text: 'The square can’t be heard: The password was refused.', to: '/rooms' },
      { text: 'In Mail, 3 of 8 had no word in time. Find out why.', to: '/objectives/care?days=7&which=late&room=r' },
      { text: 'Take the next step with 3 people on the way from complaint to friend.', to: '/circle/wooing' },
      { text: 'Look at what moves “Answered within a day”: it is behind.', to: '/objectives/o' },
      {
        text: 'Write the answer to “Is the cake back?” once: it was asked 5 times, and no answer is kept.',
        to: '/questions/q',
      },
      { text: 'Work Mail well before anything else is taken up: it is worked in part.', to: '/objectives/rooms' },
    ],
  })
})

test.each(letterLanguages)('each language says as much, in its own words (%s)', (language) => {
  const [letter, english] = [letterOf(full, language, at), letterOf(full, 'en', at)]
  expect(letter.changed.map(({ to }) => to)).toEqual(english.changed.map(({ to }) => to))
  expect(letter.next.map(({ to }) => to)).toEqual(english.next.map(({ to }) => to))
  if (language !== 'en') expect(letter.changed.filter(({ text }, n) => text === english.changed[n]?.text)).toEqual([])
  expect([...letter.changed, ...letter.next].filter(({ text }) => /undefined|null|NaN/.test(text))).toEqual([])
})

test('a week in which nothing happened says so, and one thing that can be done', () => {
  expect(letterOf(still, 'en', at)).toMatchObject({
    changed: [{ text: 'Nobody spoke to us, and nothing changed.' }],
    next: [{ to: '/circle' }],
  })
})
