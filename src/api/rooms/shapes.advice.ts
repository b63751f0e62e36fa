/** What the API gives and takes about drafts: what speaks against them, and what that learns. */
import { z } from '@hono/zod-openapi'
import { kinds } from '../../domain/charter/warnings/kinds.ts'

export const WarningKind = z.enum(kinds)

/** A longer draft is read so far: what is wrong with it shows there. */
const MOST_READ = 5_000

export const NewDraft = z.object({
  text: z
    .string()
    .max(100_000)
    .transform((text) => text.slice(0, MOST_READ)),
})

export const Warning = z
  .object({
    is: WarningKind,
    /** What of the draft it points at. */
    found: z.string(),
    /** By which it is known again when it was overruled. */
    about: z.string(),
  })
  .openapi('Warning')

export const Advice = z.object({ items: z.array(Warning) })

export const NewOverruling = z.object({ is: WarningKind, about: z.string().max(200) })

export const Overrulings = z.object({
  items: z.array(
    z.object({
      is: WarningKind,
      about: z.string(),
      times: z.number().int(),
      lastAt: z.iso.datetime(),
      /** It was overruled so often that it is silent about this in the room. */
      standsBack: z.boolean(),
    }),
  ),
})

export type Warning = z.infer<typeof Warning>
export type Advice = z.infer<typeof Advice>
export type Overrulings = z.infer<typeof Overrulings>
