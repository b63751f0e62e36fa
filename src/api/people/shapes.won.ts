/** What the API gives of people won and lost. */
import { z } from '@hono/zod-openapi'
import { PersonLine } from '../shapes.ts'
import { Cause, Reason } from './shapes.wooing.ts'

const count = z.number().int()
const fated = { wonBack: count, lost: count, onTheWay: count }

/** Of those who were spotted in a month for a cause. */
export const Rate = z.object({ month: z.string(), cause: Cause, ...fated }).openapi('WonBackRate')

export const WonAndLost = z
  .object({
    /** The first month and the last that are told of, `2026-06`, in UTC. */
    from: z.string(),
    to: z.string(),
    all: z.object(fated),
    /** The newest month first; months in which nobody was spotted are not there. */
    rates: z.array(Rate),
    after: z.object({
      /** From being spotted to being won back; null: nobody was. */
      days: z.object({ median: z.number(), ninety: z.number() }).nullable(),
      /** Of so many who were won back (the last five hundred), who spoke to us again, and what came of talking with them. */
      people: count,
      spokeAgain: count,
      outcomes: count,
      values: z.array(z.object({ currency: z.string(), cents: count })),
    }),
  })
  .openapi('WonAndLost')

export const Fates = ['won-back', 'lost', 'on-the-way'] as const

export const WonPerson = z
  .object({
    id: z.uuid(),
    person: PersonLine,
    reason: Reason,
    spottedAt: z.iso.datetime(),
    /** When they were won back or lost. */
    until: z.iso.datetime().nullable(),
    conversationId: z.uuid().nullable(),
  })
  .openapi('WonPerson')

export type Rate = z.infer<typeof Rate>
export type WonAndLost = z.infer<typeof WonAndLost>
export type WonPerson = z.infer<typeof WonPerson>
