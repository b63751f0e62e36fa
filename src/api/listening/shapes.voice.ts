/** What the API gives and takes about the voice that we earn. */
import { z } from '@hono/zod-openapi'
import { RoomLine } from '../shapes.ts'

const id = z.uuid()
const count = z.number().int()
const two = { now: count, before: count }

/** A name that a listener listens for: ours, or another's. `now`: in the last four weeks; `before`: in the four before them. */
export const VoiceName = z.object({
  id,
  name: z.string(),
  anothers: z.boolean(),
  ...two,
  glad: count,
  unhappy: count,
})

const Change = z.object({ word: z.string(), ...two })

export const Voice = z
  .object({
    names: z.array(VoiceName),
    /** Whose are the rest; null: there is no listener. */
    of: id.nullable(),
    /** Thirteen weeks by their Mondays, the last one up to today. */
    weeks: z.array(
      z.object({ week: z.iso.date(), angry: count, annoyed: count, sad: count, plain: count, glad: count }),
    ),
    topics: z.array(z.object({ topic: z.string(), ...two })),
    rooms: z.array(RoomLine.extend(two)),
    /** `of`: how many messages were read; the newest 1,000 of each four weeks at most. */
    words: z.object({ more: z.array(Change), less: z.array(Change), of: z.object(two) }),
  })
  .openapi('Voice')

export const VoiceQuery = z.object({
  listener: id.optional(),
  room: id.optional(),
  topic: z.string().max(40).optional(),
})
export const Whose = z.object({ anothers: z.boolean() })

export type Voice = z.infer<typeof Voice>
export type VoiceName = z.infer<typeof VoiceName>
