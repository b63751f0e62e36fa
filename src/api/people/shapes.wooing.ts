/** What the API gives and takes about the path from complaint to friend. */
import { z } from '@hono/zod-openapi'
import { Colleague, PersonLine } from '../shapes.ts'

const id = z.uuid()
const time = z.iso.datetime()

export const Step = z.enum(['acknowledged', 'put-right', 'followed-up', 'won-back', 'lost', 'unneeded'])
export const Cause = z.enum(['sinking', 'waiting', 'let-down'])

const line = <T extends z.infer<typeof Cause>, S extends z.core.$ZodLooseShape>(is: T, shape: S) =>
  z.object({ is: z.literal(is), ...shape })
const count = z.number().int()

/** Why somebody was spotted. `let-down`: on how many days something went wrong between us. */
export const Reason = z
  .discriminatedUnion('is', [
    line('let-down', { times: count }),
    line('sinking', { messages: count, unanswered: count }),
    line('waiting', { hours: count, unanswered: count }),
  ])
  .openapi('WooingReason')

export const Wooing = z
  .object({
    id,
    person: PersonLine,
    /** Their newest word where they wait, else in whatever room; null: they took all back. */
    last: z.object({ text: z.string(), conversationId: id }).nullable(),
    /** Null: they do not wait any more. */
    waitingSince: time.nullable(),
    reason: Reason,
    spottedAt: time,
    /** In the order of the path. `by` null: somebody of us who answered on the channel itself. */
    taken: z.array(z.object({ step: Step, at: time, by: Colleague.nullable() })),
    next: Step.nullable(),
    /** Their own kind words propose that they are won back. */
    proposed: z.object({ at: time, text: z.string(), conversationId: id }).nullable(),
  })
  .openapi('Wooing')

export const Wooings = z.object({ items: z.array(Wooing) })
export const NewStep = z.object({ step: Step })

export type Wooing = z.infer<typeof Wooing>
export type Wooings = z.infer<typeof Wooings>
export type Step = z.infer<typeof Step>
