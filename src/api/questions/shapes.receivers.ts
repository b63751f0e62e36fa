/** What the API gives and takes about programs of others that we tell something. */
import { z } from '@hono/zod-openapi'
import { Colleague } from '../shapes.ts'

const id = z.uuid()
const time = z.iso.datetime()

export const Receiver = z
  .object({ id, name: z.string(), url: z.url(), madeAt: time, madeBy: Colleague })
  .openapi('Receiver')

/** `next`: when it is tried again; null: never. `why`: it did not arrive at the last try. */
export const Push = z
  .object({
    id,
    receiver: z.object({ id, name: z.string() }),
    question: z.object({ id, name: z.string() }),
    at: time,
    by: Colleague,
    state: z.enum(['queued', 'sent', 'refused']),
    tries: z.number().int(),
    next: time.nullable(),
    why: z.string().nullable(),
  })
  .openapi('Push')

export const NewReceiver = z.object({
  name: z.string().trim().min(1, 'Who shall be told?').max(80),
  url: z.url({ protocol: /^https?$/, error: 'This is not an address on the web.' }).max(2048),
})
/** The secret is shown here and never again. */
export const MadeReceiver = z.object({ receiver: Receiver, secret: z.string() })
export const NewPush = z.object({ receiver: id })

export type Receiver = z.infer<typeof Receiver>
export type Push = z.infer<typeof Push>
export type MadeReceiver = z.infer<typeof MadeReceiver>
