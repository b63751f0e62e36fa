/** Introductions over HTTP: who might be glad to know each other, what each said, and whether they talk. */
import { z } from '@hono/zod-openapi'
import * as read from '../../domain/introduction/introduction.read.ts'
import { standing } from '../../domain/introduction/introduction.ts'
import { proposedPairs } from '../../domain/introduction/proposed.read.ts'
import { beginIntroduction, hearSide, type Moved, withdraw, writeNote } from '../../flows/introduce.ts'
import { actorOfRequest } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, byId, Done, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import type { House } from '../house.ts'
import * as shapes from './shapes.introductions.ts'

const moved = (it: Moved) => {
  if (it.is === 'wrong') throw new Refusal(409, it.why)
  return { ok: true } as const
}

export function introductions(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/introductions', {
      says: 'Who might be glad to know each other, and how each introduction stands',
      status: 200,
      answer: shapes.Introductions,
    }),
    async (c) => {
      const now = house.clock.now()
      const found = await house.db.look(actorOfRequest(c).workspace, async (tx) => {
        const [pairs, items] = await Promise.all([proposedPairs(tx, now), read.introductions(tx)])
        const known = await read.knownAs(tx, [...new Set(pairs.flatMap(({ one, other }) => [one, other]))])
        const proposed = pairs.flatMap((pair) => {
          const [one, other] = [known.get(pair.one), known.get(pair.other)]
          return one && other ? [{ ...pair, one, other }] : []
        })
        return { proposed, items: items.map((it) => show(it, now)) }
      })
      return c.json(found, 200)
    },
  )

  api.openapi(
    route(house, 'post', '/introductions', {
      says: 'Begins to introduce two people, or dismisses the pair: nobody is asked by either',
      status: 201,
      answer: z.object({ id: z.uuid() }),
      body: shapes.NewIntroduction,
    }),
    async (c) => {
      const asked = c.req.valid('json')
      const done = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
        const begun = await beginIntroduction(tx, { ...asked, by, at }, house.newId)
        if (begun.is === 'wrong') throw new Refusal(409, begun.why)
        return { id: begun.id }
      })
      return c.json(done, 201)
    },
  )

  api.openapi(
    route(house, 'put', '/introductions/{id}/side', {
      says: 'Says that one side was asked, or what they said',
      status: 200,
      answer: Done,
      body: shapes.NewSide,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const asked = c.req.valid('json')
      const done = await write(c, house, async (tx, { teammate: { id: by } }, at) =>
        moved(await hearSide(tx, id, { ...asked, back: false, by, at })),
      )
      return c.json(done, 200)
    },
  )

  api.openapi(
    route(house, 'delete', '/introductions/{id}/side', {
      says: 'Says that one side was not asked after all',
      status: 200,
      answer: Done,
      params: byId,
      query: z.object({ person: z.uuid() }),
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const { person } = c.req.valid('query')
      const done = await write(c, house, async (tx, { teammate: { id: by } }, at) =>
        moved(await hearSide(tx, id, { person, said: null, back: true, by, at })),
      )
      return c.json(done, 200)
    },
  )

  for (const [method, written] of [
    ['put', true],
    ['delete', false],
  ] as const)
    api.openapi(
      route(house, method, '/introductions/{id}/note', {
        says: written
          ? 'Says that the note was written, when both agreed'
          : 'Says that the note was not written after all',
        status: 200,
        answer: Done,
        params: byId,
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const done = await write(c, house, async (tx, { teammate: { id: by } }, at) =>
          moved(await writeNote(tx, id, written, { by, at })),
        )
        return c.json(done, 200)
      },
    )

  api.openapi(
    route(house, 'delete', '/introductions/{id}', {
      says: 'Withdraws an introduction or a dismissal, as if it had never been',
      status: 200,
      answer: Done,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const done = await write(c, house, async (tx, { teammate: { id: by } }, at) =>
        moved(await withdraw(tx, id, { by, at })),
      )
      return c.json(done, 200)
    },
  )
}

function show({ sides, begunAt, writtenAt, talked, ...row }: read.IntroductionRow, now: Date): shapes.Introduction {
  const said = sides.map((it) => ({ ...it, askedAt: new Date(it.askedAt) }))
  return {
    ...row,
    begunAt: begunAt.toISOString(),
    writtenAt: writtenAt?.toISOString() ?? null,
    sides: said.map((it) => ({ ...it, askedAt: it.askedAt.toISOString() })),
    standing: standing({ sides: said, writtenAt, talked }, now),
  }
}
