/** What the API gives and takes about storms. */
import { z } from '@hono/zod-openapi'
import { Colleague, PersonLine, RoomLine } from '../shapes.ts'

const id = z.uuid()
const time = z.iso.datetime()
const count = z.number().int()

/** `about`: `listener:ID`, `room:ID`, `question:ID`, `intent:complaint`, or `answer:ID` for what answers a message of ours. */
const Named = z.object({ about: z.string(), name: z.string().nullable() })

export const Storm = z
  .object({
    id,
    /** `loud`: so much is said; `angry`: so much of it in anger; `backfire`: a message of ours draws anger. */
    kind: z.enum(['loud', 'angry', 'backfire']),
    /** What it was found by comes first. */
    abouts: z.array(Named),
    messages: count,
    people: count,
    /** How many messages half an hour at this hour of the week has; for a backfire, which share of answers is unhappy. */
    ordinary: z.number(),
    begunAt: time,
    warnedAt: time,
    overAt: time.nullable(),
    onDuty: Colleague.nullable(),
  })
  .openapi('Storm')

export const StormInFull = Storm.extend({
  /** What we say until we know more. */
  holding: z.string(),
  after: z.string(),
  ours: z.object({ id, conversationId: id, text: z.string(), at: time }).nullable(),
  explaining: z.array(
    z.object({
      id,
      conversationId: id,
      why: z.enum(['first', 'typical', 'passed-on', 'angriest']),
      /** How many say much the same, or passed it on. */
      number: count,
      person: PersonLine,
      text: z.string(),
      at: time,
      room: RoomLine,
    }),
  ),
  steps: z.array(
    z.object({
      kind: z.enum(['warned', 'joined', 'taken', 'left', 'worded', 'over', 'noted']),
      text: z.string(),
      name: z.string().nullable(),
      at: time,
      by: Colleague.nullable(),
    }),
  ),
  /** By 5 minutes, from an hour before it to an hour after it, at most a day; empty once they are no longer kept. */
  counts: z.array(z.object({ begins: time, said: count, unhappy: count })),
}).openapi('StormInFull')

export const Storms = z.object({ items: z.array(Storm) })
export const StormText = z.object({ text: z.string().trim().max(10_000, 'A text has at most 10,000 characters.') })

export type Storm = z.infer<typeof Storm>
export type StormInFull = z.infer<typeof StormInFull>
export type Storms = z.infer<typeof Storms>
