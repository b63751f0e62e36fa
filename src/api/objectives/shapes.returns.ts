/** What the API gives and takes about the return: value, cost, and the minutes that the cost is made of. */
import { z } from '@hono/zod-openapi'
import { Colleague } from '../shapes.ts'

const id = z.uuid()
const whole = z.number().int()

export const Groupings = ['objective', 'room', 'question', 'month'] as const

export const Price = z
  .object({
    centsAnHour: whole.min(0).max(100_000_000),
    currency: z.string().regex(/^[A-Z]{3}$/, 'Three capital letters: EUR.'),
  })
  .openapi('Price')

/** In one currency. `key` null: none. `seconds` are paid where there is a price in this currency. */
export const ReturnLine = z
  .object({
    key: z.string().nullable(),
    /** Null: of a month, of none, or of what is gone. */
    name: z.string().nullable(),
    currency: z.string(),
    outcomes: whole,
    firstCents: whole,
    lastCents: whole,
    sharedCents: whole,
    seconds: whole,
    costCents: whole.nullable(),
    returnCents: z.object({ first: whole, last: whole, shared: whole }).nullable(),
  })
  .openapi('ReturnLine')

export const Return = z
  .object({
    by: z.enum(Groupings),
    price: Price.nullable(),
    items: z.array(ReturnLine),
    /** Of everything, by currency; also of what the list is too long for. */
    total: z.array(ReturnLine),
  })
  .openapi('Return')

/** Seconds of one teammate in one conversation on one day (UTC). */
export const Care = z
  .object({
    id,
    teammate: Colleague,
    conversationId: id.nullable(),
    name: z.string().nullable(),
    room: z.object({ id, name: z.string() }).nullable(),
    objective: z.object({ id, result: z.string() }).nullable(),
    day: z.iso.date(),
    /** As measured. */
    reading: whole,
    writing: whole,
    /** What counts. */
    seconds: whole,
  })
  .openapi('Care')

const part = z.number().min(0).max(3600)
export const Beats = z.object({
  beats: z
    .array(z.object({ conversation: id, reading: part, writing: part }))
    .min(1)
    .max(50),
})
export const Correction = z.object({ minutes: z.number().min(0).max(1440) })

export type Price = z.infer<typeof Price>
export type ReturnLine = z.infer<typeof ReturnLine>
export type Return = z.infer<typeof Return>
export type Care = z.infer<typeof Care>
export type Beats = z.infer<typeof Beats>
