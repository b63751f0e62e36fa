/** What the API gives and takes about friends of the house: their deeds, and the thanks for them. */
import { z } from '@hono/zod-openapi'
import { Colleague, PersonLine } from '../shapes.ts'

const id = z.uuid()
const time = z.iso.datetime()

export const DeedKind = z.enum(['answered', 'defended', 'sent', 'came-back'])

export const Deed = z
  .object({
    id,
    person: PersonLine,
    kind: DeedKind,
    text: z.string(),
    at: time,
    by: Colleague,
    thankedAt: time.nullable(),
    thankedBy: Colleague.nullable(),
    /** Where it was done, else where they spoke with us last. */
    conversationId: id.nullable(),
  })
  .openapi('Deed')

export const ProposedDeed = z
  .object({
    /** Of the message, or of the path by which they came back. */
    id,
    person: PersonLine,
    kind: DeedKind,
    text: z.string(),
    at: time,
    conversationId: id.nullable(),
    asked: z.object({ name: z.string(), text: z.string() }).nullable(),
  })
  .openapi('ProposedDeed')

export const Friends = z.object({
  proposed: z.array(ProposedDeed),
  /** To whom thanks are due, who has waited longest first. */
  thanks: z.array(z.object({ person: PersonLine, deeds: z.array(Deed) })),
  deeds: z.array(Deed),
})

export const NewDeed = z.object({
  kind: DeedKind,
  text: z.string().trim().max(1_000).default(''),
  /** The message in which it was done. */
  message: id.nullable().default(null),
  /** The path by which they came back. */
  wooing: id.nullable().default(null),
  /** False: it was nothing of the kind, and is not proposed again. */
  confirmed: z.boolean().default(true),
})

export type Deed = z.infer<typeof Deed>
export type ProposedDeed = z.infer<typeof ProposedDeed>
export type Friends = z.infer<typeof Friends>
