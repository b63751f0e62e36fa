/** What the API gives and takes of objectives: what we want, where we are, what moved it, and what serves which. */
import { z } from '@hono/zod-openapi'
import { Colleague, PersonLine, RoomLine } from '../shapes.ts'

const id = z.uuid()
const time = z.iso.datetime()
const day = z.iso.date()
const count = z.number().int()

export const ObjectiveKind = z.enum(['reputation', 'sales', 'service', 'values', 'learning', 'people'])

/** A closed list: what the desk counts, or is told. docs/objectives.md says what each counts and what it can't. */
export const Measure = z
  .enum(['answered-in-time', 'won-back', 'orders', 'meetings', 'sign-ups', 'unasked', 'voice', 'satisfaction', 'told'])
  .openapi('Measure')

const UnitValue = z.object({ cents: count.min(0).max(1e12), currency: z.string().regex(/^[A-Z]{3}$/) })

export const Where = z
  .object({
    is: z.enum(['reached', 'ahead', 'behind', 'missed', 'unknown']),
    /** How much of the way from baseline to target lies behind us: 0 to 1, less where we went back, more beyond. */
    share: z.number().nullable(),
    /** What the straight line from baseline to target asks for today. */
    expected: z.number(),
  })
  .openapi('Where')

export const ObjectiveLine = z
  .object({
    id,
    result: z.string(),
    kind: ObjectiveKind,
    measure: Measure,
    unit: z.enum(['percent', 'count', 'number']),
    baseline: z.number(),
    target: z.number(),
    /** The last day that counts. */
    due: day,
    unitValue: UnitValue.nullable(),
    owner: Colleague,
    createdAt: time,
    letGoAt: time.nullable(),
    /** Where the measure stands; null: nothing was counted or told so far. */
    value: z.number().nullable(),
    where: Where,
    /** How many rooms, listeners and briefs serve it. */
    serving: count,
  })
  .openapi('ObjectiveLine')

export const Serving = z
  .object({ is: z.enum(['room', 'listener', 'question']), id, name: z.string(), channel: z.string().nullable() })
  .openapi('Serving')

const answered = z.object({ asked: count, promised: count, inTime: count })
const moved = <T extends string, S extends z.core.$ZodLooseShape>(is: T, shape: S) =>
  z.object({ is: z.literal(is), ...shape })

/** Something that moved an objective. */
export const Moved = z
  .discriminatedUnion('is', [
    moved('won-back', { at: time, person: PersonLine, by: Colleague }),
    moved('outcome', {
      at: time,
      what: z.string(),
      person: z.object({ id, name: z.string() }).nullable(),
      conversation: id.nullable(),
    }),
    moved('told', { at: time, number: z.number(), by: Colleague }),
    moved('unasked', { at: time, question: z.object({ id, name: z.string(), asked: count }) }),
    moved('verdict', {
      at: time,
      content: z.boolean(),
      words: z.string(),
      person: z.object({ id, name: z.string() }),
      conversation: id,
    }),
    moved('room', { room: RoomLine, lately: answered, before: answered }),
  ])
  .openapi('Moved')

export const Objective = ObjectiveLine.extend({
  /** The oldest first; the last is now, or the end of its last day. */
  points: z.array(z.object({ at: time, value: z.number().nullable() })),
  moved: z.array(Moved),
  servants: z.array(Serving),
}).openapi('Objective')

export const Objectives = z.object({ items: z.array(ObjectiveLine), servingNone: z.array(Serving) })

const finite = z.number().min(-1e12).max(1e12)

export const NewObjective = z.object({
  result: z.string().trim().min(1, 'Say in a sentence what shall be true then.').max(300),
  kind: ObjectiveKind,
  /** Not the closed list itself: what is typed besides it is read, and answered with why it can't be. */
  measure: z.string().trim().max(500),
  baseline: finite,
  target: finite,
  due: day,
  unitValue: UnitValue.nullable().default(null),
  /** Null: whoever asks. */
  owner: id.nullable().default(null),
})

export const NewReading = z.object({
  text: z.string().max(500),
  /** Where it was typed: as a measure, or as the sentence that says what we want. */
  of: z.enum(['measure', 'result']).default('measure'),
})

/** What somebody typed, read: which measures it may mean, or why it is a vanity and what may be behind it. */
export const MeasureReading = z
  .object({
    vanity: z
      .object({
        is: z.enum(['followers', 'likes', 'impressions', 'reach', 'views', 'engagement', 'shares']),
        word: z.string(),
        why: z.string(),
      })
      .nullable(),
    /** The likeliest first. */
    proposals: z.array(Measure),
    /** Where each proposal stands today, so that nobody has to guess a baseline; null: nothing is counted yet. */
    today: z.partialRecord(Measure, z.number().nullable()),
  })
  .openapi('MeasureReading')

export const NewNumber = z.object({ number: finite })
export const NewServing = z.object({ objective: id.nullable() })

export type ObjectiveLine = z.infer<typeof ObjectiveLine>
export type Objective = z.infer<typeof Objective>
export type Objectives = z.infer<typeof Objectives>
export type Measure = z.infer<typeof Measure>
export type ObjectiveKind = z.infer<typeof ObjectiveKind>
export type Serving = z.infer<typeof Serving>
export type Moved = z.infer<typeof Moved>
export type MeasureReading = z.infer<typeof MeasureReading>
export type NewObjective = z.input<typeof NewObjective>

/** How far the first run has come. */
export const FirstSteps = z
  .object({
    /** The first objective's sentence; null: there is none. */
    objective: z.string().nullable(),
    /** Who can hold relationships: everybody but guests. */
    team: count,
    invited: count,
    /** How many relationships one human can hold. */
    mostHeld: count,
    rooms: count,
    listeners: count,
    answered: z.boolean(),
  })
  .openapi('FirstSteps')
export type FirstSteps = z.infer<typeof FirstSteps>
