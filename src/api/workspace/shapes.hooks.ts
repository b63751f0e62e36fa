/** What the API gives and takes about doors for signed messages. */
import { z } from '@hono/zod-openapi'
import { Colleague } from '../shapes.ts'

const id = z.uuid()
const time = z.iso.datetime()

export const Hook = z
  .object({
    id,
    name: z.string(),
    /** Where messages are posted to. */
    url: z.url(),
    madeAt: time,
    madeBy: Colleague,
    /** Until when a secret before the newest still opens; null: there is the newest alone. */
    olderUntil: time.nullable(),
    /** When the newest signed message came; null: none ever. */
    last: time.nullable(),
    /** What knocked and was not let in: how often, and why the last. */
    turnedAway: z.object({ times: z.number().int(), at: z.string(), why: z.string() }).nullable(),
  })
  .openapi('Hook')

/** A signed message that came. `refused`: why; null: it was taken. `again`: its words are here still, to be tried again. */
export const Delivery = z
  .object({
    messageId: z.string(),
    kind: z.string().nullable(),
    at: time,
    refused: z.string().nullable(),
    again: z.boolean(),
  })
  .openapi('Delivery')

/** The secret is shown here and never again. */
export const MadeHook = z.object({ hook: Hook, secret: z.string() })
export const NewHook = z.object({ name: z.string().trim().min(1, 'Who will send by it?').max(80) })
/** `repeated`: the same id was taken before, and nothing was done. */
export const Told = z.object({ ok: z.literal(true), repeated: z.boolean() })

export type Hook = z.infer<typeof Hook>
export type Delivery = z.infer<typeof Delivery>
export type MadeHook = z.infer<typeof MadeHook>
