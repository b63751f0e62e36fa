import { expect, test } from 'vitest'
import type { Conversation, Message } from '../../../src/api/shapes.ts'
import { offerOf, offersOf } from './offers.ts'

const person = (id: string) => ({ id, name: id, handle: null, avatar: null })
const proposed = { kind: 'hiccup', text: 'x', onDay: '2026-06-01', dueDay: null, sensitivity: 'ordinary' } as const
const message = (it: Partial<Message>) => ({ us: false, proposed, replyId: null, inReplyTo: null, ...it }) as Message
const talk = (thread: Message[], replies: object[] = []) =>
  ({ person: person('ada'), thread, replies }) as unknown as Conversation

test('what somebody else said in the thread is theirs, not of whoever began it', () => {
  const bo = message({ id: '2', person: person('bo') })
  expect(offerOf(talk([bo]), bo)).toMatchObject({ person: { id: 'bo' }, source: { message: '2' } })
})

test('our promise is to whom we answered', () => {
  const bo = message({ id: '2', person: person('bo'), proposed: null })
  const ours = message({ id: '3', us: true, person: null, inReplyTo: '2', replyId: 'r' })
  expect(offerOf(talk([bo, ours]), ours)).toMatchObject({ person: { id: 'bo' }, source: { reply: 'r' } })
})

test('a reply on its way offers too, and comes last', () => {
  const ada = message({ id: '1', person: person('ada') })
  const offers = offersOf(talk([ada], [{ id: 'r', proposed, inReplyTo: '1' }]))
  expect(offers.map(({ source }) => source)).toEqual([{ message: '1' }, { reply: 'r' }])
})
