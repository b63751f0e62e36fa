import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarOf, type Hours, type Span, wrongHours } from './hours.ts'

const nineToFive: readonly Span[] = [['09:00', '17:00']]
const berlin: Hours = {
  zone: 'Europe/Berlin',
  week: [nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, [], []],
  holidays: ['2026-04-03', '12-25'],
}
const night: Hours = { ...berlin, week: Array(7).fill([['02:30', '04:00']]), holidays: [] }
const allDay: Hours = { ...berlin, week: Array(7).fill([['00:00', '24:00']]), holidays: [] }

const cases: [what: string, hours: Hours | null, from: string, to: string, minutes: number][] = [
  ['within one day', berlin, '2026-06-01T08:00Z', '2026-06-01T09:30Z', 90],
  ['before it opens nothing counts', berlin, '2026-06-01T05:00Z', '2026-06-01T07:30Z', 30],
  ['over a night', berlin, '2026-06-01T14:30Z', '2026-06-02T07:30Z', 60],
  ['over a weekend', berlin, '2026-06-05T14:00Z', '2026-06-08T08:00Z', 120],
  ['over a holiday and the weekend behind it', berlin, '2026-04-02T14:00Z', '2026-04-06T08:00Z', 120],
  ['over a holiday of each year', berlin, '2026-12-24T15:00Z', '2026-12-28T08:30Z', 90],
  ['a day that spring makes 23 hours long', allDay, '2026-03-28T23:00Z', '2026-03-29T22:00Z', 23 * 60],
  ['a day that autumn makes 25 hours long', allDay, '2026-10-24T22:00Z', '2026-10-25T23:00Z', 25 * 60],
  ['an opening in the hour that spring takes is an hour later', night, '2026-03-29T00:00Z', '2026-03-29T03:00Z', 30],
  ['an opening in the hour that autumn gives twice is the first', night, '2026-10-25T00:00Z', '2026-10-25T03:00Z', 150],
  ['hours stay where the clock on the wall has them', berlin, '2026-03-27T15:00Z', '2026-03-30T07:30Z', 60 + 30],
  ['backwards is nothing', berlin, '2026-06-01T10:00Z', '2026-06-01T09:00Z', 0],
  ['without hours the clock counts', null, '2026-06-06T00:00Z', '2026-06-06T01:00Z', 60],
]
test.each(cases)('%s', (_what, hours, from, to, minutes) => {
  expect(calendarOf(hours).within(new Date(from), new Date(to))).toBe(minutes)
})

// No span begins or ends in the hours that are changed themselves: there a clock on the wall is no judge.
const time = fc.oneof(fc.constant(0), fc.integer({ min: 16, max: 96 })).map((quarter) => clock(quarter * 15))
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const spans = fc
  .uniqueArray(time, { minLength: 0, maxLength: 4 })
  .map((times) => times.toSorted())
  .map((times): Span[] => times.flatMap((from, n) => (n % 2 === 0 && times[n + 1] ? [[from, times[n + 1] ?? '']] : [])))
const hours: fc.Arbitrary<Hours> = fc.record({
  zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'),
  week: fc.array(spans, { minLength: 7, maxLength: 7 }),
  holidays: fc.subarray(['2026-03-29', '2026-10-25', '11-01', '2026-04-05']),
})
/** Around the nights when clocks are changed, to the minute. */
const instant = fc
  .tuple(
    fc.constantFrom('2026-03-06', '2026-03-27', '2026-04-03', '2026-10-23', '2026-10-30'),
    fc.integer({ min: 0, max: 9000 }),
  )
  .map(([day, minutes]) => new Date(Date.parse(`${day}T00:00Z`) + minutes * 60_000))

describe('whatever the hours', () => {
  test('they are as many minutes as a clock on the wall shows to be open, one by one', () => {
    fc.assert(
      fc.property(hours, instant, fc.integer({ min: 0, max: 2000 }), (hours, from, minutes) => {
        const to = new Date(from.getTime() + minutes * 60_000)
        expect(calendarOf(hours).within(from, to)).toBe(minuteByMinute(hours, from, minutes))
      }),
      { numRuns: 60 },
    )
  })

  test('a time is the sum of its parts, and none is longer than by the clock', () => {
    fc.assert(
      fc.property(hours, fc.tuple(instant, instant, instant), (hours, instants) => {
        const [a, b, c] = instants.toSorted((x, y) => x.getTime() - y.getTime()) as [Date, Date, Date]
        const { within } = calendarOf(hours)
        expect(within(a, b) + within(b, c)).toBeCloseTo(within(a, c))
        expect(within(a, c)).toBeLessThanOrEqual((c.getTime() - a.getTime()) / 60_000)
      }),
    )
  })

  test('so many minutes on are so many minutes away, and back again', () => {
    fc.assert(
      fc.property(hours, instant, fc.integer({ min: 1, max: 3000 }), (hours, from, minutes) => {
        const { after, before, within } = calendarOf(hours)
        const to = after(from, minutes)
        fc.pre(to !== null)
        expect(within(from, to as Date)).toBeCloseTo(minutes)
        const since = before(from, minutes)
        if (since) expect(within(since, from)).toBeCloseTo(minutes)
      }),
    )
  })
})

test('a room that never opens is never late', () => {
  const closed = calendarOf({ ...berlin, week: Array(7).fill([]) })
  expect([closed.after(new Date('2026-06-01'), 1), closed.before(new Date('2026-06-01'), 1)]).toEqual([null, null])
})

const wrongs: [what: string, change: Partial<Hours>, why: RegExp | null][] = [
  ['good hours', {}, null],
  ['the end of the day', { week: Array(7).fill([['22:00', '24:00']]) }, null],
  ['no such zone', { zone: 'Berlin' }, /no time zone called Berlin/],
  ['six days', { week: Array(6).fill([]) }, /seven days/],
  ['over midnight', { week: Array(7).fill([['22:00', '06:00']]) }, /next day/],
  [
    'one in another',
    {
      week: Array(7).fill([
        ['09:00', '17:00'],
        ['12:00', '18:00'],
      ]),
    },
    /before the hours before it/,
  ],
  ['no time', { week: Array(7).fill([['9', '17:00']]) }, /like 09:00/],
  ['no day', { holidays: ['2026-02-30'] }, /2026-02-30/],
  ['a leap day each year', { holidays: ['02-29'] }, null],
]
test.each(wrongs)('%s', (_what, change, why) => {
  const said = wrongHours({ ...berlin, ...change })
  if (why === null) expect(said).toBe(null)
  else expect(said).toMatch(why)
})

/** By another way than Temporal: what a clock in that zone shows at each minute. */
function minuteByMinute({ zone, week, holidays }: Hours, from: Date, minutes: number): number {
  const shows = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  let open = 0
  for (let n = 0; n < minutes; n++) {
    const [day = '', time = ''] = shows.format(new Date(from.getTime() + n * 60_000)).split(', ')
    if (holidays.includes(day) || holidays.includes(day.slice(5))) continue
    const weekday = (new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7
    if (week[weekday]?.some(([opens, closes]) => time >= opens && time < closes)) open++
  }
  return open
}
