/** What the API gives of questions: what many people ask, and how well we answer it. */
import { z } from '@hono/zod-openapi'
import { Colleague, Message, RoomLine, State } from '../shapes.ts'
import { Answer } from './shapes.answers.ts'

const id = z.uuid()
const time = z.iso.datetime()
const day = z.iso.date()

export const QuestionLine = z
  .object({
    id,
    /** As a teammate calls it, or its most typical wording. */
    name: z.string(),
    named: z.boolean(),
    asked: z.number().int(),
    people: z.number().int(),
    /** Where it is asked most comes first. */
    rooms: z.array(RoomLine.extend({ asked: z.number().int() })),
    /** How often in the last four weeks, and in the four before. */
    lately: z.number().int(),
    before: z.number().int(),
    answered: z.number().int(),
    /** Seconds until our first word, of those that had one: the middle one. */
    medianWait: z.number().nullable(),
    lastAt: time.nullable(),
    published: z.object({ url: z.string(), on: day }).nullable(),
    /** Which its brief serves; null: none, or one that was let go. */
    objective: z.object({ id, result: z.string() }).nullable(),
    /** The newest version of the answer that is kept for it. */
    answer: Answer.nullable(),
  })
  .openapi('QuestionLine')

/** Somebody who asked it, in their words. */
export const Asking = z
  .object({
    message: Message,
    conversation: z.object({ id, state: State, room: RoomLine }),
    answeredAt: time.nullable(),
    /** When they were written to since it was published; null: not yet. */
    toldAt: time.nullable(),
  })
  .openapi('Asking')

export const Question = QuestionLine.extend({
  /** By their Mondays (UTC), the oldest first. */
  weeks: z.array(z.object({ week: day, asked: z.number().int(), answered: z.number().int() })),
  best: z
    .object({
      text: z.string(),
      by: Colleague.nullable(),
      at: time,
      conversation: id,
      thanked: z.boolean(),
    })
    .nullable(),
  next: z.array(z.object({ id, name: z.string(), people: z.number().int() })),
  writers: z.array(z.object({ id, name: z.string(), replies: z.number().int() })),
  /** What was joined into it, and can be taken out again. */
  parts: z.array(
    z.object({
      id,
      wording: z.string(),
      asked: z.number().int(),
      by: z.object({ id, name: z.string() }).nullable(),
      at: time,
    }),
  ),
}).openapi('Question')

export const NewName = z.object({ name: z.string().trim().min(1).max(200).nullable() })
export const NewJoin = z.object({ from: id })
export const NewSplit = z.object({ messages: z.array(id).min(1).max(200) })
export const NewPublication = z.object({
  url: z.url({ protocol: /^https?$/, error: 'A link begins with https:// or http://.' }).max(2000),
  on: day,
})

export type QuestionLine = z.infer<typeof QuestionLine>
export type Question = z.infer<typeof Question>
export type Asking = z.infer<typeof Asking>
