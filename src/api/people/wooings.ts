/** The path from complaint to friend over HTTP: who is on it and why, and the steps. */
import * as read from '../../domain/wooing/wooing.read.ts'
import { nextStep, proposed, withAnswer } from '../../domain/wooing/wooing.ts'
import { takeStep, takeStepBack } from '../../flows/woo.ts'
import { actorOfRequest } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, byId, Done, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import type { House } from '../house.ts'
import * as shapes from './shapes.wooing.ts'

export function wooings(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/wooings', {
      says: 'Who needs wooing and why, and how far each is from complaint to friend',
      status: 200,
      answer: shapes.Wooings,
    }),
    async (c) => {
      const { workspace } = actorOfRequest(c)
      const items = await house.db.look(workspace, read.onTheWay)
      return c.json({ items: items.map(show) }, 200)
    },
  )

  api.openapi(
    route(house, 'put', '/wooings/{id}/step', {
      says: 'Takes a step on the path from complaint to friend',
      status: 200,
      answer: Done,
      body: shapes.NewStep,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const { step } = c.req.valid('json')
      const done = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
        const stepped = await takeStep(tx, id, step, { by, at })
        if (stepped.is === 'wrong') throw new Refusal(409, stepped.why)
        return { ok: true } as const
      })
      return c.json(done, 200)
    },
  )

  api.openapi(
    route(house, 'delete', '/wooings/{id}/step', {
      says: 'Takes the last step back that a teammate took',
      status: 200,
      answer: Done,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const done = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
        if (!(await takeStepBack(tx, id, { by, at }))) throw new Refusal(409, 'No step was taken by a teammate yet.')
        return { ok: true } as const
      })
      return c.json(done, 200)
    },
  )
}

function show({ taken: said, answer, kindWords, ...row }: read.WooingRow): shapes.Wooing {
  const who = new Map([...said, ...(answer ? [answer] : [])].flatMap(({ by }) => (by ? [[by.id, by]] : [])))
  const taken = withAnswer(said.map(timed), answer && timed(answer))
  const kind = kindWords && proposed(taken, new Date(kindWords.at)) !== null
  return {
    ...row,
    waitingSince: row.waitingSince?.toISOString() ?? null,
    spottedAt: row.spottedAt.toISOString(),
    taken: taken.map(({ step, at, by }) => ({ step, at: at.toISOString(), by: (by && who.get(by)) || null })),
    next: nextStep(taken),
    proposed: kind ? { ...kindWords, at: new Date(kindWords.at).toISOString() } : null,
  }
}

const timed = <T extends { at: string; by: { id: string } | null }>({ at, by, ...it }: T) => ({
  ...it,
  at: new Date(at),
  by: by?.id ?? null,
})
