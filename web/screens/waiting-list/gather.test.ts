import { expect, test } from 'vitest'
import type { ConversationLine, Live } from '../../../src/api/shapes.ts'
import type { View } from '../../api/queries.ts'
import { crowd, gather, heardIn, showsAtOnce } from './gather.ts'

const line = (id: string, waitsFrom: number | null): ConversationLine => ({
  ...{ id, state: 'open', room: { id: 'r', name: 'Town', channel: 'feed' }, person: null, title: null, preview: '' },
  ...{
    reasons: [],
    messages: 1,
    assignee: null,
    snoozedUntil: null,
    trouble: null,
    irritation: null,
    promisedBy: null,
    lastAt: minute(waitsFrom ?? 0),
  },
  waitingSince: waitsFrom === null ? null : minute(waitsFrom),
})
const minute = (n: number) => new Date(Date.UTC(2026, 10, 20, 9, n)).toISOString()
const rows = [line('ada', 1), line('bo', 5)]

test('a known row changes where it stands', () => {
  const now = { ...line('ada', 1), preview: 'still waiting' }
  expect(gather({ lines: rows, order: 'longest', complete: true }, [now])).toEqual({
    changed: [now],
    after: [],
    held: [],
  })
})

test('who waits the shortest appears after the last, in order, and moves nothing', () => {
  const { after, held } = gather({ lines: rows, order: 'longest', complete: true }, [line('di', 9), line('cy', 7)])
  expect(after.map(({ id }) => id)).toEqual(['cy', 'di'])
  expect(held).toEqual([])
})

test('what would move the rows is held', () => {
  const cases: [what: string, order: 'longest' | 'newest', complete: boolean, from: number | null][] = [
    ['waits longer than the last', 'longest', true, 3],
    ['belongs beyond what is loaded', 'longest', false, 9],
    ['belongs on top', 'newest', true, 9],
  ]
  for (const [what, order, complete, from] of cases) {
    expect(gather({ lines: rows, order, complete }, [line('cy', from)]).held, what).toEqual(['cy'])
  }
})

test('an empty list shows the first at once, in any order', () => {
  expect(gather({ lines: [], order: 'newest', complete: true }, [line('ada', 1)]).after).toHaveLength(1)
})

test('one that nobody waits in comes after those that somebody waits in', () => {
  expect(gather({ lines: rows, order: 'longest', complete: true }, [line('cy', null)]).after).toHaveLength(1)
  expect(gather({ lines: [line('x', null)], order: 'longest', complete: true }, [line('cy', 1)]).held).toEqual(['cy'])
})

const told = (kind: string, room: string, ...conversations: string[]): Live => {
  return { id: 1, kind, at: minute(0), by: null, conversations, room }
}

test('what was heard is taken for the view only where the event can tell', () => {
  const events = [told('heard', 'town', 'ada', 'bo'), told('heard', 'port', 'cy'), told('closed', 'town', 'di')]
  const cases: [view: View, heard: string[]][] = [
    [{ name: 'needs-us', room: null, order: 'longest' }, ['ada', 'bo', 'cy']],
    [{ name: 'needs-us', room: 'port', order: 'newest' }, ['cy']],
    [{ name: 'mine', room: null, order: 'longest' }, []],
    [{ name: 'unsaid', room: 'town', order: 'newest' }, []],
  ]
  for (const [view, heard] of cases) expect([...heardIn(view, events)], `${view.name} ${view.room}`).toEqual(heard)
})

test('a crowd is counted, without those that stand there; of a few none is', () => {
  const shown = { lines: rows, order: 'longest', complete: false } as const
  const many = Array.from({ length: 500 }, (_, at) => `new ${at}`)
  expect(crowd(shown, ['ada', ...many])).toEqual(many)
  expect(crowd(shown, ['ada', 'cy', 'di'])).toEqual([])
})

test('new rows show at once in a short list that grows at its end', () => {
  const cases: [lines: number, order: 'longest' | 'newest', complete: boolean, shows: boolean][] = [
    [0, 'newest', true, true],
    [2, 'longest', true, true],
    [2, 'longest', false, false],
    [2, 'newest', true, false],
    [500, 'longest', true, false],
  ]
  for (const [length, order, complete, shows] of cases) {
    const lines = Array.from({ length }, (_, at) => line(`row ${at}`, at))
    expect(showsAtOnce({ lines, order, complete }), `${length} ${order} ${complete}`).toBe(shows)
  }
})
