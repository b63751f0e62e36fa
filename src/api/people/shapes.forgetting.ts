/** What the API gives when a person is shown, and when they are forgotten. */
import { z } from '@hono/zod-openapi'

const row = z.record(z.string(), z.unknown())

/** Everything that is held of a person, by what it is; each row under the names of what is kept. */
export const Everything = z
  .object({ name: z.string(), at: z.iso.datetime(), held: z.record(z.string(), z.array(row)) })
  .openapi('Everything')

/** What goes when a person is forgotten: how much of each. */
export const Forgetting = z
  .object({
    name: z.string(),
    names: z.array(z.object({ channel: z.string(), name: z.string() })),
    goes: z.object({
      messages: z.number().int(),
      replies: z.number().int(),
      notes: z.number().int(),
      moments: z.number().int(),
      ties: z.number().int(),
    }),
  })
  .openapi('Forgetting')

/** How long what is kept: moments by kind, and conversations that were noted and that nobody of us answered. */
export const Retention = z
  .object({
    items: z.array(
      z.object({
        what: z.enum(['hiccup', 'celebration', 'loss', 'order', 'preference', 'interest', 'promise', 'noted']),
        /** Null: until somebody erases it. */
        days: z.number().int().nullable(),
      }),
    ),
  })
  .openapi('Retention')
export const NewRetention = z.object({ days: z.number().int().min(1).max(3650).nullable() })

export type Retention = z.infer<typeof Retention>
export type Everything = z.infer<typeof Everything>
export type Forgetting = z.infer<typeof Forgetting>
