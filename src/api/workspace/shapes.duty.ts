/** What the API gives and takes of duty. */
import { z } from '@hono/zod-openapi'
import { Colleague } from '../shapes.ts'

export const Duty = z
  .object({
    /** Days on which it is nobody's turn are not there. `weekday`: 1 is Monday, in UTC. */
    items: z.array(z.object({ weekday: z.number().int(), teammate: Colleague })),
  })
  .openapi('Duty')

export const NewTurn = z.object({ teammate: z.uuid().nullable() })

export type Duty = z.infer<typeof Duty>
