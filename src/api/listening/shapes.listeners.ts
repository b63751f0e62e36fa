/** What the API gives of listeners: what they hear, what they would have heard, and what was said of it. */
import { z } from '@hono/zod-openapi'
import { Found } from '../shapes.ts'

const id = z.uuid()
const time = z.iso.datetime()

/** How many of the newest judged messages that it finds are about us; null before any was judged. */
export const Relevance = z.object({ aboutUs: z.number().int(), of: z.number().int() }).openapi('Relevance')

export const Listener = z
  .object({
    id,
    name: z.string(),
    query: z.string(),
    rooms: z.array(id).nullable(),
    /** Which objective it serves; null: none. */
    objective: id.nullable(),
    createdAt: time,
    relevance: Relevance.nullable(),
  })
  .openapi('Listener')

export const Judgement = z
  .object({
    aboutUs: z.boolean(),
    /** Null: it comes with the question, and is kept with the listener. */
    by: z.object({ id, name: z.string() }).nullable(),
    at: time.nullable(),
  })
  .openapi('Judgement')

/** A message that a query would have heard, and why. */
export const Example = Found.extend({
  titleSpans: z.array(z.tuple([z.number().int(), z.number().int()])),
  because: z.array(z.string()),
  judgement: Judgement.nullable(),
}).openapi('Example')

/** A term to exclude, and how many of the judged messages it would remove. */
export const Proposal = z
  .object({
    kind: z.enum(['word', 'phrase', 'hashtag', 'author', 'link']),
    /** As it is written after a `-`. */
    term: z.string(),
    /** The query, as it was written, without it. */
    query: z.string(),
    removes: z.object({ aboutUs: z.number().int(), notAboutUs: z.number().int() }),
  })
  .openapi('Proposal')

/** A query that can't be read: where, and what would be right. */
export const WrongQuery = z
  .object({ at: z.number().int(), line: z.number().int(), column: z.number().int(), problem: z.string() })
  .openapi('WrongQuery')

/** A query read without being kept: what it says, and what it would have heard. */
export const Reading = z
  .object({
    /** In its one spelling; null where it can't be read, or nothing of it could be carried over. */
    query: z.string().nullable(),
    error: WrongQuery.nullable(),
    /** Why it can't be a listener. */
    refusal: z.string().nullable(),
    /** What of another tool's query is not the same here. */
    notCarried: z.array(
      z.object({
        at: z.number().int(),
        written: z.string(),
        is: z.enum(['left-out', 'changed']),
        why: z.string(),
        finds: z.enum(['more', 'less', 'same', 'other']),
      }),
    ),
    found: z
      .object({
        days: z.array(z.object({ day: z.iso.date(), messages: z.number().int() })),
        messages: z.number().int(),
        /** It ended before all were looked at: there are at least so many, and days before `since` were not counted. */
        atLeast: z.boolean(),
        since: time,
        examples: z.array(Example),
      })
      .nullable(),
    tuning: z.array(Proposal),
  })
  .openapi('Reading')

export type Listener = z.infer<typeof Listener>
export type Judgement = z.infer<typeof Judgement>
export type Example = z.infer<typeof Example>
export type Proposal = z.infer<typeof Proposal>
export type Reading = z.infer<typeof Reading>
