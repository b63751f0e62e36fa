/** Objectives over HTTP: what we want, where we are and what moved it; making, changing and letting go. */
import type { Context } from 'hono'
import type { Tx } from '../../db/db.ts'
import { type Measured, points } from '../../domain/objective/counted.read.ts'
import { type MeasureName, measureOf, measures } from '../../domain/objective/measure.ts'
import { moved } from '../../domain/objective/moved.read.ts'
import * as read from '../../domain/objective/objective.read.ts'
import * as store from '../../domain/objective/objective.store.ts'
import * as rules from '../../domain/objective/objective.ts'
import { measuresIn, vanityIn, vanityWanted } from '../../domain/objective/vanity.ts'
import { whereWeAre } from '../../domain/objective/where.ts'
import { lockTeammate } from '../../domain/tie/tie.store.ts'
import type { Id } from '../../lib/ids.ts'
import { actorOfRequest, type Env } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, byId, Done, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import { writeById } from '../door/write-by-id.ts'
import type { House } from '../house.ts'
import * as shapes from './shapes.objectives.ts'

const MOST = { serving: 200, moved: 12, weeks: 53 }
const missing = 'There is no objective here by that id.'

export function objectives(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/objectives', {
      says: 'What we want and where we are, and what serves no objective',
      status: 200,
      answer: shapes.Objectives,
    }),
    async (c) => {
      const now = house.clock.now()
      const found = await house.db.look(actorOfRequest(c).workspace, async (tx) => {
        const [rows, servingNone] = await Promise.all([read.objectives(tx), read.servingNone(tx, MOST.serving)])
        return { items: await Promise.all(rows.map((row) => line(tx, row, now))), servingNone }
      })
      return c.json(found, 200)
    },
  )

  api.openapi(
    route(house, 'get', '/objectives/{id}', {
      says: 'One objective: where we are week by week, what moved it, and what serves it',
      status: 200,
      answer: shapes.Objective,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      return c.json(await house.db.look(actorOfRequest(c).workspace, (tx) => whole(tx, id, house.clock.now())), 200)
    },
  )

  api.openapi(
    route(house, 'post', '/objectives/reading', {
      says: 'Reads what somebody wants to measure by: what it may mean, or why it is a vanity',
      status: 200,
      answer: shapes.MeasureReading,
      body: shapes.NewReading,
    }),
    async (c) => {
      const asked = c.req.valid('json')
      const reading = await house.db.look(actorOfRequest(c).workspace, (tx) =>
        readMeasure(tx, asked, house.clock.now()),
      )
      return c.json(reading, 200)
    },
  )

  api.openapi(
    route(house, 'post', '/objectives', {
      says: 'Makes an objective. Followers, likes, impressions and reach are refused, with why',
      status: 201,
      answer: shapes.Objective,
      body: shapes.NewObjective,
    }),
    async (c) => {
      const asked = c.req.valid('json')
      const made = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
        const wanted = await wantedOf(tx, asked, by)
        const id = house.newId()
        refuse(await store.keepNew(tx, rules.make(wanted, { id, at }), { by, at }))
        return whole(tx, id, at)
      })
      return c.json(made, 201)
    },
  )

  /** Asks a rule, and gives the objective as it stands then. */
  const change = (c: Context<Env>, id: Id, decide: (tx: Tx, done: { by: Id; at: Date }) => Promise<Rule> | Rule) =>
    write(c, house, async (tx, { teammate: { id: by } }, at) => {
      const rule = await decide(tx, { by, at })
      refuse(await store.change(tx, id, { by, at }, rule))
      return whole(tx, id, at)
    })

  api.openapi(
    route(house, 'put', '/objectives/{id}', {
      says: 'Changes an objective; what it is measured by stays',
      status: 200,
      answer: shapes.Objective,
      body: shapes.NewObjective,
      params: byId,
    }),
    async (c) => {
      const asked = c.req.valid('json')
      const changed = await change(c, c.req.valid('param').id, async (tx, { by, at }) => {
        const wanted = await wantedOf(tx, asked, by)
        return (now) => rules.change(now, wanted, at)
      })
      return c.json(changed, 200)
    },
  )

  const letGo = { says: 'Lets an objective go; what served it serves none then', missing }
  const takeUp = { says: 'Takes an objective up again', missing }
  writeById(api, house, 'put', '/objectives/{id}/letting-go', letGo, (tx, id, done) =>
    decided(tx, id, done, (now) => rules.letGo(now, done)),
  )
  writeById(api, house, 'delete', '/objectives/{id}/letting-go', takeUp, (tx, id, done) =>
    decided(tx, id, done, rules.takeUp),
  )

  api.openapi(
    route(house, 'put', '/objectives/{id}/number', {
      says: 'Tells the number that an objective stands at',
      status: 200,
      answer: Done,
      body: shapes.NewNumber,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const { number } = c.req.valid('json')
      const done = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
        const objective = await open(tx, id)
        if (objective.measure !== 'told')
          throw new Refusal(409, 'The desk counts this one itself: no number is told.', 'number')
        await store.tellNumber(tx, id, number, { by, at })
        return { ok: true } as const
      })
      return c.json(done, 200)
    },
  )

  const back = { says: 'Takes the last number back that was told', missing: 'No number was told of this objective.' }
  writeById(api, house, 'delete', '/objectives/{id}/number', back, store.takeNumberBack)
}

type Rule = (now: rules.Objective) => rules.Change

const decided = async (tx: Tx, id: Id, done: { by: Id; at: Date }, rule: Rule): Promise<true> => {
  refuse(await store.change(tx, id, done, rule))
  return true
}

function refuse(changed: store.Changed): void {
  if (changed.is === 'refused')
    throw new Refusal(422, changed.why, changed.field === 'ownerId' ? 'owner' : changed.field)
}

/** One that can be served and told: it is there, and was not let go. Throws ObjectiveMissing, Refusal. */
export async function open(tx: Tx, id: Id): Promise<read.ObjectiveRow> {
  const found = await read.objective(tx, id)
  if (found === null) throw new store.ObjectiveMissing()
  const why = rules.closed(found)
  if (why !== null) throw new Refusal(409, why)
  return found
}

const named = new Map<string, MeasureName>(measures.map(({ name }) => [name, name]))

/** Throws Refusal where it would measure a vanity, or by what is not on the list. */
async function wantedOf(
  tx: Tx,
  { owner, ...asked }: Required<Omit<shapes.NewObjective, 'measure'>> & { measure: string },
  me: Id,
): Promise<rules.Wanted> {
  const measure = named.get(asked.measure)
  const vanity = measure === undefined ? vanityIn(asked.measure) : vanityWanted(asked.result)
  if (vanity) throw new Refusal(422, vanity.why, measure === undefined ? 'measure' : 'result')
  if (measure === undefined)
    throw new Refusal(422, `A measure is one of these: ${[...named.keys()].join(', ')}.`, 'measure')
  const ownerId = owner ?? me
  if (!(await lockTeammate(tx, ownerId))) throw new Refusal(422, 'That is no colleague who works here.', 'owner')
  return { ...asked, measure, ownerId }
}

type Typed = { text: string; of: 'measure' | 'result' }

async function readMeasure(tx: Tx, { text, of }: Typed, now: Date): Promise<shapes.MeasureReading> {
  const vanity = of === 'measure' ? vanityIn(text) : vanityWanted(text)
  const proposals = vanity ? [...vanity.behind] : measuresIn(text)
  const today = await Promise.all(
    proposals.map(async (measure) => {
      // What only becomes more begins anew with every objective.
      if (measureOf(measure).unit === 'count') return [measure, 0]
      const asIfMadeNow: Measured = { id: '', measure, baseline: 0, due: '9999-12-31', createdAt: now }
      return [measure, (await points(tx, asIfMadeNow, now, 1))[0]?.value ?? null]
    }),
  )
  return {
    vanity: vanity && { is: vanity.is, word: vanity.word, why: vanity.why },
    proposals,
    today: Object.fromEntries(today),
  }
}

async function line(tx: Tx, row: read.ObjectiveRow, now: Date): Promise<shapes.ObjectiveLine> {
  const [last] = await points(tx, row, now, 1)
  return show(row, last?.value ?? null, now)
}

async function whole(tx: Tx, id: Id, now: Date): Promise<shapes.Objective> {
  const row = await read.objective(tx, id)
  if (row === null) throw new store.ObjectiveMissing()
  const [found, causes, servants] = await Promise.all([
    points(tx, row, now, MOST.weeks),
    moved(tx, row, now, MOST.moved),
    read.servingOf(tx, id, MOST.serving),
  ])
  return {
    ...show(row, found[0]?.value ?? null, now),
    points: found.toReversed().map(({ at, value }) => ({ at: at.toISOString(), value })),
    moved: causes.map((it) => (it.is === 'room' ? it : { ...it, at: it.at.toISOString() })),
    servants,
  }
}

const show = (
  { letGo, ownerId: _, createdAt, ...row }: read.ObjectiveRow,
  value: number | null,
  now: Date,
): shapes.ObjectiveLine => ({
  ...row,
  unit: measureOf(row.measure).unit,
  createdAt: createdAt.toISOString(),
  letGoAt: letGo && new Date(letGo.at).toISOString(),
  value,
  where: whereWeAre({ ...row, createdAt }, value, now),
})
