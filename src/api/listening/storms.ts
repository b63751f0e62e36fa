/** Storms over HTTP: what is on and was, who is on it, what we say meanwhile and what we learned. */

import type { Tx } from '../../db/db.ts'
import { record } from '../../domain/happening/happening.store.ts'
import { slots } from '../../domain/storm/count.store.ts'
import * as read from '../../domain/storm/storm.read.ts'
import * as storms from '../../domain/storm/storm.store.ts'
import type { Id } from '../../lib/ids.ts'
import { actorOfRequest } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, byId, Done, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import type { House } from '../house.ts'
import * as shapes from './shapes.weather.ts'

const missing = () => new Refusal(404, 'There is no storm here by that id.')

export function stormRoutes(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/storms', {
      says: 'The storms that are on, and the last that were',
      status: 200,
      answer: shapes.Storms,
    }),
    async (c) => {
      const items = await house.db.look(actorOfRequest(c).workspace, read.stormLines)
      return c.json({ items: items.map(showLine) }, 200)
    },
  )

  api.openapi(
    route(house, 'get', '/storms/{id}', {
      says: 'A storm: the messages that explain it, what we say, who is on it, its timeline and its counts',
      status: 200,
      answer: shapes.StormInFull,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const shown = await house.db.look(actorOfRequest(c).workspace, (tx) => inFull(tx, id, house.clock.now()))
      if (shown === null) throw missing()
      return c.json(shown, 200)
    },
  )

  api.openapi(
    route(house, 'put', '/storms/{id}/duty', { says: 'I am on it', status: 200, answer: Done, params: byId }),
    async (c) => c.json(await duty(c, c.req.valid('param').id, true), 200),
  )
  api.openapi(
    route(house, 'delete', '/storms/{id}/duty', {
      says: 'Nobody is on it',
      status: 200,
      answer: Done,
      params: byId,
    }),
    async (c) => c.json(await duty(c, c.req.valid('param').id, false), 200),
  )
  const duty = (c: Parameters<typeof write>[0], id: Id, mine: boolean) =>
    write(c, house, async (tx, { teammate: { id: by } }, at) => {
      await mustBe(tx, id)
      if (await storms.setDuty(tx, id, mine ? by : null)) await tell(tx, id, { kind: mine ? 'taken' : 'left', at, by })
      return { ok: true } as const
    })

  for (const [path, what, kind, says] of [
    ['/storms/{id}/holding', 'holding', 'worded', 'Writes what we say until we know more'],
    ['/storms/{id}/after', 'after_note', 'noted', 'Writes what we learned from it'],
  ] as const)
    api.openapi(
      route(house, 'put', path, { says, status: 200, answer: Done, body: shapes.StormText, params: byId }),
      async (c) => {
        const { id } = c.req.valid('param')
        const { text } = c.req.valid('json')
        const done = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
          if (!(await storms.setText(tx, id, what, text))) throw missing()
          await tell(tx, id, { kind, at, by })
          return { ok: true } as const
        })
        return c.json(done, 200)
      },
    )

  api.openapi(
    route(house, 'put', '/storms/{id}/end', {
      says: 'It is over, or was none',
      status: 200,
      answer: Done,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const done = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
        await mustBe(tx, id)
        if (await storms.end(tx, id, at)) await tell(tx, id, { kind: 'over', at, by })
        return { ok: true } as const
      })
      return c.json(done, 200)
    },
  )
}

async function mustBe(tx: Tx, id: Id): Promise<void> {
  if ((await read.stormInFull(tx, id)) === null) throw missing()
}

async function tell(tx: Tx, id: Id, it: { kind: storms.StepKind; at: Date; by: Id }): Promise<void> {
  storms.step(tx, id, it)
  await record(tx, [{ kind: 'storm', at: it.at, by: it.by, detail: { storm: id } }])
}

const [hour, day] = [3_600_000, 86_400_000]

async function inFull(tx: Tx, id: Id, now: Date): Promise<shapes.StormInFull | null> {
  const storm = await read.stormInFull(tx, id)
  if (storm === null) return null
  const [from, end] = [storm.begunAt.getTime() - hour, Math.min(now.getTime(), (storm.overAt ?? now).getTime() + hour)]
  const counts = await slots(tx, storm.abouts[0]?.about ?? '', {
    from: new Date(from),
    to: new Date(Math.min(end, from + day)),
  })
  return {
    ...showLine(storm),
    holding: storm.holding,
    after: storm.after,
    ours: storm.ours && { ...storm.ours, at: new Date(storm.ours.at).toISOString() },
    explaining: storm.explaining.map((it) => ({ ...it, at: it.at.toISOString() })),
    steps: storm.steps.map((it) => ({ ...it, at: it.at.toISOString() })),
    counts: counts.map((it) => ({ ...it, begins: it.begins.toISOString() })),
  }
}

const showLine = ({ id, kind, abouts, messages, people, ordinary, onDuty, ...it }: read.StormLine): shapes.Storm => ({
  id,
  kind,
  abouts,
  messages,
  people,
  ordinary,
  onDuty,
  begunAt: it.begunAt.toISOString(),
  warnedAt: it.warnedAt.toISOString(),
  overAt: it.overAt?.toISOString() ?? null,
})
