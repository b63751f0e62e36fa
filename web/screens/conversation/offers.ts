/** What a conversation offers to remember: of what they said, and of what we promised them. */

import type { Proposed } from '../../../src/api/listening/shapes.understanding.ts'
import type { Conversation, Message, PersonLine, Reply } from '../../../src/api/shapes.ts'

export type Offer = {
  proposed: Proposed
  person: PersonLine
  /** The message of theirs, or the reply of ours, that it comes out of. */
  source: { message: string } | { reply: string }
}

/** Null: nothing is offered of this message. */
export function offerOf(talk: Conversation, { proposed, person, ...it }: Message): Offer | null {
  if (proposed === null) return null
  if (!it.us) return person && { proposed, person, source: { message: it.id } }
  const to = addressee(talk, it.inReplyTo)
  return to && it.replyId !== null ? { proposed, person: to, source: { reply: it.replyId } } : null
}

/** Of a reply that is on its way. */
export function offerOfReply(talk: Conversation, { id, proposed, inReplyTo }: Reply): Offer | null {
  const person = addressee(talk, inReplyTo)
  return proposed && person && { proposed, person, source: { reply: id } }
}

/** All of them, the oldest first. */
export const offersOf = (talk: Conversation): Offer[] => [
  ...talk.thread.flatMap((message) => offerOf(talk, message) ?? []),
  ...talk.replies.flatMap((reply) => offerOfReply(talk, reply) ?? []),
]

export const sourceId = ({ source }: Offer): string => ('message' in source ? source.message : source.reply)

/** Whom a word of ours answers: who said that, else with whom the conversation is. */
function addressee({ thread, person }: Conversation, inReplyTo: string | null): PersonLine | null {
  const answered = thread.find(({ id, us }) => id === inReplyTo && !us)
  return answered?.person ?? person
}
