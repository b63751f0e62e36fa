/** What the API gives and takes about outcomes, what closing asks, and the codes that we give along. */
import { z } from '@hono/zod-openapi'
import { Colleague, PersonLine } from '../shapes.ts'

const id = z.uuid()
const time = z.iso.datetime()
const cents = z.number().int().min(0).max(100_000_000_000)
const currency = z.string().regex(/^[A-Z]{3}$/, 'A currency has three capital letters: EUR.')

export const Sources = ['closing', 'api', 'webhook', 'csv', 'link', 'code', 'hand', 'order'] as const

/** A word of ours that led to it. `room` null: it was left since. */
export const Touch = z
  .object({
    at: time,
    conversationId: id.nullable(),
    room: z.object({ id, name: z.string() }).nullable(),
    question: z.object({ id, name: z.string() }).nullable(),
    by: Colleague.nullable(),
  })
  .openapi('Touch')

export const Outcome = z
  .object({
    id,
    objective: z.object({ id, result: z.string() }),
    person: PersonLine.nullable(),
    conversationId: id.nullable(),
    what: z.string(),
    valueCents: z.number().int(),
    currency: z.string(),
    at: time,
    evidence: z.string(),
    source: z.enum(Sources),
    by: Colleague.nullable(),
    /** It stands aside, and is not counted, until that is settled. */
    disputed: z.object({ at: time, by: Colleague, why: z.string() }).nullable(),
    /** `by` null: by itself, as an order that was returned. */
    withdrawn: z.object({ at: time, by: Colleague.nullable() }).nullable(),
    /** The words of ours before it, the oldest first. */
    touches: z.array(Touch),
  })
  .openapi('Outcome')

const told = {
  what: z.string().trim().min(1).max(200),
  /** Null: what one of its objective is worth, else 0. */
  valueCents: cents.nullable().default(null),
  currency: currency.nullable().default(null),
  /** Null: now. */
  at: time.nullable().default(null),
  evidence: z.string().trim().max(2_000).default(''),
}

export const NewOutcome = z
  .object({
    ...told,
    /** Null where the code says it. */
    what: told.what.nullable().default(null),
    /** Null where the code says it. */
    objective: id.nullable().default(null),
    person: id.nullable().default(null),
    conversation: id.nullable().default(null),
    /** A code word or the word of a short link that we gave along. */
    code: z.string().trim().max(32).nullable().default(null),
    source: z.enum(['hand', 'api']).default('api'),
    /** As your system numbers it (an order's number): the same key is written down once. */
    key: z.string().trim().min(1).max(200).nullable().default(null),
  })
  .openapi('NewOutcome')

/** What a sign-up or a booking tells by a signed message. */
export const ToldOutcome = z.object({
  ...told,
  what: told.what.nullable().default(null),
  /** A code word or the word of a short link that we gave along. */
  code: z.string().trim().max(32).nullable().default(null),
  /** As the program numbers it: the same number is written down once. */
  number: z.string().trim().min(1).max(180).nullable().default(null),
  /** Whose it is, where we know that address. */
  mail: z.email().nullable().default(null),
})

/** `fresh` false: it had been written down before under its key. */
export const WrittenOutcome = z.object({ id, fresh: z.boolean() })
export const Dispute = z.object({ why: z.string().trim().min(1).max(500) })

export const NewUpshot = z
  .discriminatedUnion('said', [
    z.object({ said: z.literal('something'), objective: id, ...told }),
    z.object({ said: z.literal('nothing') }),
    /** Asked again from that day on. */
    z.object({ said: z.literal('later'), askOn: z.iso.date() }),
  ])
  .openapi('NewUpshot')

/** What closing offers. `what` null: in the words of the objective's measure. */
export const Offer = z
  .object({
    objective: z.object({ id, result: z.string(), measure: z.string() }),
    what: z.string().nullable(),
    valueCents: z.number().int().nullable(),
    currency: z.string().nullable(),
  })
  .openapi('Offer')

/** Of which somebody said that they did not know yet, and are asked now. */
export const DueUpshot = z
  .object({ conversationId: id, askOn: z.iso.date(), person: PersonLine.nullable(), preview: z.string() })
  .openapi('DueUpshot')

export const Code = z
  .object({
    id,
    word: z.string(),
    /** What to put into the reply: the short link, or the word to say. */
    text: z.string(),
    target: z.string().nullable(),
    objectiveId: id,
    what: z.string(),
    /** People who followed it, without programs and previews. */
    visits: z.number().int(),
    visitCounts: z.boolean(),
  })
  .openapi('Code')

export const NewCode = z.object({
  /** A word to say; null with a `target`: a short link. */
  word: z.string().trim().max(32).nullable().default(null),
  target: z.string().trim().max(2_000).nullable().default(null),
  objective: id,
  conversation: id.nullable().default(null),
  what: told.what,
  visitCounts: z.boolean().default(false),
})

export type Touch = z.infer<typeof Touch>
export type Outcome = z.infer<typeof Outcome>
export type NewOutcome = z.input<typeof NewOutcome>
export type NewUpshot = z.input<typeof NewUpshot>
export type Offer = z.infer<typeof Offer>
export type DueUpshot = z.infer<typeof DueUpshot>
export type Code = z.infer<typeof Code>
export type NewCode = z.input<typeof NewCode>
