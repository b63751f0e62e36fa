/** What the API gives and takes about memory: moments, what to call somebody, and what to know before a reply. */
import { z } from '@hono/zod-openapi'
import { Colleague, PersonLine, State } from '../shapes.ts'

const id = z.uuid()
const time = z.iso.datetime()
const day = z.iso.date()

export const MomentKind = z.enum(['hiccup', 'celebration', 'loss', 'order', 'preference', 'interest', 'promise'])
export const Sensitivity = z.enum(['ordinary', 'private', 'tender'])

export const Moment = z
  .object({
    id,
    kind: MomentKind,
    text: z.string(),
    onDay: day,
    /** Of a promise. */
    dueDay: day.nullable(),
    sensitivity: Sensitivity,
    /** From that day on it is remembered no more; null: until somebody erases it. */
    expiresDay: day.nullable(),
    /** Null: the whole team sees it. */
    onlyFor: id.nullable(),
    by: Colleague,
    at: time,
    /** Where it was said. */
    conversationId: id.nullable(),
    /** What became of a promise; null: it is open. */
    settled: z.enum(['kept', 'broken']).nullable(),
  })
  .openapi('Moment')

/** A promise that is due, on the waiting list of who made it. */
export const Promised = z
  .object({ id, text: z.string(), dueDay: day, person: PersonLine, conversationId: id.nullable() })
  .openapi('Promised')

/** What to call somebody and how to reach them, as teammates wrote it down. */
export const Card = z
  .object({
    called: z.string().nullable(),
    /** How to say it: `ROH-za`. */
    spoken: z.string().nullable(),
    pronouns: z.string().nullable(),
    reached: z.string().nullable(),
  })
  .openapi('Card')

const line = <T extends string, S extends z.core.$ZodLooseShape>(is: T, shape: S) =>
  z.object({ is: z.literal(is), ...shape })

export const BriefLine = z
  .discriminatedUnion('is', [
    line('name', { name: z.string(), spoken: z.string().nullable(), pronouns: z.string().nullable() }),
    line('last', { at: time, state: State, preview: z.string() }),
    line('promise', { id, text: z.string(), dueDay: day.nullable(), by: z.string(), overdue: z.boolean() }),
    line('moment', {
      kind: z.enum(['hiccup', 'celebration', 'loss']),
      text: z.string(),
      onDay: day,
      tender: z.boolean(),
    }),
    line('order', {
      what: z.string(),
      number: z.string(),
      status: z.enum(['placed', 'delivered', 'returned', 'cancelled']),
      onDay: day,
    }),
    line('known', { names: z.array(z.string()) }),
    line('careful', {
      of: z.enum(['grief', 'tender', 'let-down', 'pressed', 'preference']),
      text: z.string().nullable(),
    }),
  ])
  .openapi('BriefLine')

const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullable()
    .default(null)
    .transform((text) => text || null)

export const NewCard = z.object({ called: words(80), spoken: words(80), pronouns: words(40), reached: words(200) })
export const NewMoment = z.object({
  kind: MomentKind,
  text: z.string().trim().min(1, 'What is there to remember?').max(2_000),
  /** Without: today. */
  onDay: day.optional(),
  dueDay: day.nullable().default(null),
  sensitivity: Sensitivity.default('ordinary'),
  expiresDay: day.nullable().default(null),
  /** Only whoever writes it sees it. */
  onlyMe: z.boolean().default(false),
  /** The message in which it was said. */
  message: id.nullable().default(null),
  /** Of a promise: the reply of ours in which it was made. */
  reply: id.nullable().default(null),
})
export const NewSettlement = z.object({ as: z.enum(['kept', 'broken']).nullable() })

export type Moment = z.infer<typeof Moment>
export type Promised = z.infer<typeof Promised>
export type Card = z.infer<typeof Card>
export type BriefLine = z.infer<typeof BriefLine>
