/** What the API gives about how long people waited for a word. */
import { z } from '@hono/zod-openapi'

const count = z.number().int()

const figures = z.object({
  asked: count,
  answered: count,
  /** Answered, or their time is over: how many, of these by the room's promise (the others within 24 hours), and in time. */
  due: count,
  promised: count,
  inTime: count,
  /** In seconds within the hours of their rooms; null: nobody was answered. */
  median: z.number().nullable(),
  ninety: z.number().nullable(),
  /** Conversations that were closed, each once a day, and of these opened again since. */
  closed: count,
  reopened: count,
})

export const WaitedLine = figures
  .extend({
    /** `all`, a room, or what was meant besides asking. */
    key: z.string(),
    name: z.string().nullable(),
    /** In as many days before. */
    before: figures,
  })
  .openapi('WaitedLine')

export const Waited = z
  .object({
    days: count,
    /** Whole days in UTC, both in it; today is `to`. */
    from: z.iso.date(),
    to: z.iso.date(),
    all: WaitedLine,
    rooms: z.array(WaitedLine),
    intents: z.array(WaitedLine),
    /** From the oldest on, each by its last day. */
    bars: z.array(z.object({ to: z.iso.date(), asked: count, answered: count, inTime: count })),
  })
  .openapi('Waited')

export const BehindWaited = z
  .object({
    items: z.array(
      z.object({
        /** What was asked; of what was closed, the conversation. */
        id: z.uuid(),
        conversationId: z.uuid(),
        person: z.string(),
        room: z.string(),
        text: z.string(),
        /** Asked and answered; or closed and opened again. */
        at: z.iso.datetime(),
        until: z.iso.datetime().nullable(),
        waited: z.number().nullable(),
      }),
    ),
    /** How many they are, shown or not. */
    all: count,
  })
  .openapi('BehindWaited')

export type Figures = z.infer<typeof figures>
export type Waited = z.infer<typeof Waited>
export type WaitedLine = z.infer<typeof WaitedLine>
export type BehindWaited = z.infer<typeof BehindWaited>
