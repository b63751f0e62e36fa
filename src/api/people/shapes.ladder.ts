/** What the API gives and takes about the ladder for who makes trouble. */
import { z } from '@hono/zod-openapi'
import { Colleague, PersonLine } from '../shapes.ts'

const id = z.uuid()
const count = z.number().int()

export const RungName = z.enum(['watch', 'word', 'place', 'hide', 'pause', 'block'])
const Speaks = z.enum(['angry', 'trouble', 'unclear'])

export const Rung = z
  .object({
    id,
    rung: RungName,
    reason: z.string(),
    /** It ends with that day; a block is looked at again. */
    untilDay: z.iso.date(),
    at: z.iso.datetime(),
    by: Colleague,
    liftedAt: z.iso.datetime().nullable(),
  })
  .openapi('Rung')

export const Ladder = z
  .object({
    /** Null: they stand on none. */
    standing: Rung.nullable(),
    stood: z.array(Rung),
    /** The kindest rung that was not tried; null: all were. */
    proposed: RungName.nullable(),
    /** How long each rung lasts where nobody says otherwise, in days. */
    usualDays: z.record(RungName, count),
    /** Of the last 90 days. */
    conduct: z.object({
      wrongs: count,
      orders: count,
      atPeople: count,
      atUs: count,
      crossDays: count,
      otherWords: count,
    }),
    /** Whether that speaks for an angry customer, or for somebody who makes trouble. */
    apart: z.object({ real: Speaks, target: Speaks, repetition: Speaks, all: Speaks }),
  })
  .openapi('Ladder')

export const OnTheLadder = z.object({ items: z.array(Rung.extend({ person: PersonLine })) })
export const NewRung = z.object({ rung: RungName, reason: z.string().max(1_000), until: z.iso.date() })

export type Rung = z.infer<typeof Rung>
export type RungName = z.infer<typeof RungName>
export type Ladder = z.infer<typeof Ladder>
export type OnTheLadder = z.infer<typeof OnTheLadder>
