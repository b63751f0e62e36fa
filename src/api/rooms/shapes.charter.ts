/** What the API gives and takes about the charters of rooms, and how well their promises are held. */
import { z } from '@hono/zod-openapi'
import { intents } from '../../understanding/intents.ts'

const id = z.uuid()
const text = z.string().trim().max(2000)

const Span = z.tuple([z.string(), z.string()])

export const Hours = z
  .object({
    /** By its IANA name: `Europe/Berlin`. */
    zone: z.string(),
    /** Seven days, Monday first, each with its spans: `["09:00", "17:30"]`. */
    week: z.array(z.array(Span).max(6)),
    /** `2026-04-03` once, `12-25` each year. */
    holidays: z.array(z.string()).max(200),
  })
  .openapi('Hours')

export const Charter = z
  .object({
    purpose: text,
    /** Up to three words. */
    tone: z.array(z.string().trim().min(1).max(40)),
    /** How we sound there, and how we do not; empty: nobody wrote one. */
    good: text,
    bad: text,
    etiquette: text,
    never: text,
    /** Null: day and night. */
    hours: Hours.nullable(),
    ownerId: id.nullable(),
    /** Minutes within the hours until somebody has a word from us, by intent; `any` for everything else. */
    promises: z.partialRecord(z.enum([...intents, 'any']), z.number().int()),
  })
  .openapi('Charter')

export type Charter = z.infer<typeof Charter>
export type Hours = z.infer<typeof Hours>
