/** What the API gives about how well rooms are worked. */
import { z } from '@hono/zod-openapi'
import { Colleague, RoomLine } from '../shapes.ts'

const count = z.number().int()

export const WorkedRoom = z
  .object({
    room: RoomLine,
    /** Since then we only listen there. */
    bowedOutAt: z.iso.datetime().nullable(),
    /** Conversations in which somebody spoke to us, and those in which they had a word from us. */
    asked: count,
    answered: count,
    /** Those whose time is over or who had a word: how many, of these by the room's promise (the others within 24 hours), and in time. */
    due: count,
    promised: count,
    inTime: count,
    /** Nobody: on the channel itself. */
    by: z.array(z.object({ teammate: Colleague.nullable(), answers: count })),
    /** What came of the talk there, as it was written down and stands; and the seconds of care that it took. */
    outcomes: count,
    careSeconds: count,
    /** `quiet`: hardly anybody asked. */
    standing: z.enum(['well', 'partly', 'badly', 'unworked', 'quiet']),
  })
  .openapi('WorkedRoom')

export const WorkedRooms = z.object({
  items: z.array(WorkedRoom),
  /** Leave a room, mend one, take up one more, or stay as we are. */
  counsel: z.object({ is: z.enum(['leave', 'mend', 'work', 'stay']), roomId: z.uuid().nullable() }),
})

export type WorkedRoom = z.infer<typeof WorkedRoom>
export type WorkedRooms = z.infer<typeof WorkedRooms>
