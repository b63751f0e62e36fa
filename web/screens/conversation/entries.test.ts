import { expect, test } from 'vitest'
import type { Conversation, Happening, Message } from '../../../src/api/shapes.ts'
import { entriesOf } from './entries.ts'

const minute = (n: number) => new Date(Date.UTC(2026, 10, 20, 9, n)).toISOString()
const message = (n: number, us = false): Message => ({
  ...{ id: `m${n}`, person: null, us, by: null, at: minute(n), title: null, text: `word ${n}`, links: [], images: [] },
  ...{ url: null, inReplyTo: null, reasons: [], edited: false, understood: null },
  ...{ replyId: null, proposed: null },
})
const happening = (n: number, kind = 'closed'): Happening => ({ id: n, kind, by: null, at: minute(n), detail: {} })
const talk = (parts: Partial<Conversation>): Conversation => ({
  ...{ id: 'c', state: 'open', room: { id: 'r', name: 'Town', channel: 'feed' }, person: null, title: null },
  ...{ preview: '', reasons: [], waitingSince: null, lastAt: minute(0), messages: 0, assignee: null },
  ...{
    snoozedUntil: null,
    trouble: null,
    irritation: null,
    promisedBy: null,
    thread: [],
    replies: [],
    notes: [],
    verdicts: [],
    happened: [],
  },
  ...{ replying: { how: 'send', as: null, length: null } },
  ...parts,
})
const kinds = (parts: Partial<Conversation>, lookedAt: string | null = null, whole = false) =>
  entriesOf(talk(parts), { lookedAt, whole }).map((entry) => entry.is)

test('everything stands in one line of time, small happenings side by side', () => {
  const thread = [message(1), message(5, true)]
  const happened = [happening(2), happening(3, 'reopened'), happening(4, 'replied'), happening(6)]
  expect(kinds({ thread, happened })).toEqual(['message', 'happened', 'message', 'happened'])
})

test('a line stands before the first thing they said since we looked', () => {
  const thread = [message(1), message(2), message(3, true), message(4)]
  expect(kinds({ thread }, minute(2))).toEqual(['message', 'message', 'message', 'new', 'message'])
})

test('no line where all is new, where nothing is, and where only we spoke since', () => {
  const thread = [message(1), message(2), message(3, true)]
  expect(kinds({ thread }, null)).not.toContain('new')
  expect(kinds({ thread }, minute(0))).not.toContain('new')
  expect(kinds({ thread }, minute(2))).not.toContain('new')
})

test('a long thread folds what lies between its beginning and the end', () => {
  const thread = Array.from({ length: 20 }, (_, n) => message(n))
  const entries = entriesOf(talk({ thread }), { lookedAt: null, whole: false })
  expect(entries.map((entry) => entry.is)).toEqual(['message', 'earlier', ...Array(6).fill('message')])
  expect(entries[1]).toMatchObject({ messages: 13 })
  expect(kinds({ thread }, null, true)).toHaveLength(20)
})

test('what is new is never folded', () => {
  const thread = Array.from({ length: 20 }, (_, n) => message(n))
  expect(kinds({ thread }, minute(9)).filter((is) => is === 'message')).toHaveLength(17)
})

test('a reply that has left is a message, not a reply twice', () => {
  const reply = {
    id: 'r',
    text: '',
    by: { id: 'k', name: 'Kit', role: 'owner' as const },
    at: minute(2),
    leavesAt: minute(2),
    why: null,
    inReplyTo: null,
    proposed: null,
  }
  expect(kinds({ thread: [message(1)], replies: [{ ...reply, state: 'sent' }] })).toEqual(['message'])
  expect(kinds({ thread: [message(1)], replies: [{ ...reply, state: 'refused' }] })).toEqual(['message', 'reply'])
})
