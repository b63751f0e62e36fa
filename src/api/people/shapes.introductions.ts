/** What the API gives and takes about introductions. */
import { z } from '@hono/zod-openapi'
import { PersonLine } from '../shapes.ts'

const id = z.uuid()
const time = z.iso.datetime()

export const Said = z.enum(['yes', 'no', 'never'])
export const Why = z.enum(['same-question', 'solved', 'interest', 'trade', 'place'])
/** `conversationId`: where they spoke with us last, and can be asked. */
const Known = PersonLine.extend({ conversationId: id.nullable() })
const shared = {
  one: Known,
  other: Known,
  why: Why,
  /** The question, or what both share. */
  about: z.string(),
}

export const ProposedIntroduction = z
  .object({
    ...shared,
    /** The words of each that told us so. */
    said: z.object({ one: z.string(), other: z.string() }).optional(),
  })
  .openapi('ProposedIntroduction')
export const Introduction = z
  .object({
    id,
    ...shared,
    begunAt: time,
    writtenAt: time.nullable(),
    /** Who was asked, by their ids above; `said` null: they have not answered. */
    sides: z.array(z.object({ person: id, askedAt: time, said: Said.nullable() })),
    standing: z.enum(['asking', 'agreed', 'declined', 'written', 'talking', 'silent']),
  })
  .openapi('Introduction')

export const Introductions = z.object({
  proposed: z.array(ProposedIntroduction),
  items: z.array(Introduction),
})
export const NewIntroduction = z.object({
  one: id,
  other: id,
  why: Why,
  about: z.string().trim().min(1).max(500),
  /** They need none: nobody is asked, and they are not proposed again. */
  dismissed: z.boolean().default(false),
})
/** `said` null: they were asked. */
export const NewSide = z.object({ person: id, said: Said.nullable() })

export type Introduction = z.infer<typeof Introduction>
export type ProposedIntroduction = z.infer<typeof ProposedIntroduction>
export type Introductions = z.infer<typeof Introductions>
