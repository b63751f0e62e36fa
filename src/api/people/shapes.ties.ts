/** What the API gives and takes about ties. */
import { z } from '@hono/zod-openapi'
import { Colleague, PersonLine } from '../shapes.ts'

const id = z.uuid()
const time = z.iso.datetime()

export const Closeness = z.enum(['friend', 'regular', 'acquaintance'])
const everyDays = z.number().int().min(1).max(730).nullable()

/** A relationship, and how it stands today. */
const Tie = z.object({
  closeness: Closeness,
  /** How often to be in touch, in days; null: when they come. */
  everyDays,
  since: time,
  /** Any real contact in any room, by anybody of us. */
  lastContact: time.nullable(),
  touch: z.enum(['in-touch', 'due', 'overdue', 'losing']),
  dueAt: time.nullable(),
})

export const TieWithTeammate = Tie.extend({ teammate: Colleague }).openapi('TieWithTeammate')
export const TieWithPerson = Tie.extend({ person: PersonLine }).openapi('TieWithPerson')

/** Who holds how many of what a human can hold, the ties of one teammate, and loyal people whom nobody holds. */
export const Circle = z
  .object({
    /** How many relationships one teammate can hold. */
    most: z.number().int(),
    /** `left`: they work here no more, and their ties wait for a colleague. */
    holders: z.array(z.object({ teammate: Colleague, held: z.number().int(), left: z.boolean() })),
    teammate: id,
    ties: z.array(TieWithPerson),
    loyal: z.array(PersonLine.extend({ conversations: z.number().int(), lastContact: time })),
  })
  .openapi('Circle')

export const NewTie = z.object({ closeness: Closeness, everyDays })
/** `people`: null hands over everybody. */
export const NewHandOver = z.object({ from: id, to: id, people: z.array(id).max(1000).nullable() })
export const HandedOver = z.object({ people: z.number().int() })

export type Circle = z.infer<typeof Circle>
export type TieWithPerson = z.infer<typeof TieWithPerson>
export type TieWithTeammate = z.infer<typeof TieWithTeammate>
