/** What the API gives about how far a message of ours went. */
import { z } from '@hono/zod-openapi'
import { PersonLine, RoomLine } from '../shapes.ts'

const id = z.uuid()
const time = z.iso.datetime()
const count = z.number().int()

export const Ripple = z
  .object({
    ours: z.object({ id, conversationId: id, text: z.string(), at: time, room: RoomLine }),
    /** People by what they did, us left out; how many of them within an hour, a day and a week. */
    reach: z.object({ people: count, rooms: count, hour: count, day: count, week: count }),
    /** Each before what followed from it. */
    steps: z.array(
      z.object({
        id: z.string(),
        /** Null: it followed from our message itself. */
        parent: z.string().nullable(),
        kind: z.enum(['reply', 'quote', 'repost', 'link']),
        /** Steps from our message. */
        depth: count,
        at: time,
        /** Null: it was us. */
        person: PersonLine.nullable(),
        /** Null: a repost has no words of its own. */
        conversationId: id.nullable(),
        text: z.string().nullable(),
        room: RoomLine,
      }),
    ),
    /** There are more than are shown. */
    cut: z.boolean(),
    /** The channel's name as people write it, and whether it tells of reposts. */
    channel: z.object({ title: z.string(), reposts: z.boolean() }),
  })
  .openapi('Ripple')

export type Ripple = z.infer<typeof Ripple>
