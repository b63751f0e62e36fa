/** Joining over HTTP: two people become one human, are taken apart again, or are said to be two for good. */
import { record } from '../../domain/happening/happening.store.ts'
import { holdJoining, mustBeOneHuman, sayNo } from '../../domain/person/joining.store.ts'
import { evidenceOf } from '../../domain/person/likely.read.ts'
import { joinPeople, setConsent, takePeopleApart } from '../../flows/join-people.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, byId, Done, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import { writeById } from '../door/write-by-id.ts'
import type { House } from '../house.ts'
import * as asks from './asks.people.ts'
import { consentMissing, sameAlready } from './people.ts'
import * as shapes from './shapes.people.ts'

export function joins(api: Api, house: House): void {
  api.openapi(
    route(house, 'post', '/people/{id}/joins', {
      says: 'Joins another person to this one, whose name stays',
      status: 201,
      answer: shapes.Joined,
      body: asks.NewJoin,
      params: byId,
    }),
    async (c) => {
      const { id: keep } = c.req.valid('param')
      const { other: absorb } = c.req.valid('json')
      const done = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
        const evidence = await evidenceOf(tx, keep, absorb)
        const joined = await joinPeople(tx, { keep, absorb, evidence, by, at }, house.newId)
        switch (joined.is) {
          case 'joined':
            return { id: joined.id, person: joined.person }
          case 'same':
            throw new Refusal(409, sameAlready)
          case 'without-consent':
            throw new Refusal(409, consentMissing(joined.of))
        }
      })
      return c.json(done, 201)
    },
  )

  api.openapi(
    route(house, 'delete', '/joins/{id}', {
      says: 'Takes a join apart: each has again what they had, and what came since goes with its own name',
      status: 200,
      answer: shapes.Apart,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const done = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
        const apart = await takePeopleApart(tx, { id, by, at })
        if (apart === null) throw new Refusal(404, 'There is no such join, or it was taken apart already.')
        return apart
      })
      return c.json(done, 200)
    },
  )

  api.openapi(
    route(house, 'post', '/people/{id}/refusals', {
      says: 'Says that another person is not the same; they are not suggested again',
      status: 201,
      answer: Done,
      body: asks.NewJoin,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const { other } = c.req.valid('json')
      const done = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
        holdJoining(tx)
        const [one, two] = [await mustBeOneHuman(tx, id), await mustBeOneHuman(tx, other)]
        if (one[0] === two[0]) throw new Refusal(409, `${sameAlready} Take them apart first.`)
        await sayNo(tx, one, two, { by, at })
        await record(tx, [
          { kind: 'person', at, by, personId: one[0], detail: { is: 'not-the-same', people: [one[0], two[0]] } },
        ])
        return { ok: true } as const
      })
      return c.json(done, 201)
    },
  )

  api.openapi(
    route(house, 'put', '/identities/{id}/consent', {
      says: 'Writes down that the person agreed to have this name linked with their others',
      status: 200,
      answer: Done,
      body: asks.NewConsent,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const asked = c.req.valid('json')
      const done = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
        if (!(await setConsent(tx, id, asked, { by, at }))) throw new Refusal(404, 'There is no such name here.')
        return { ok: true } as const
      })
      return c.json(done, 200)
    },
  )

  writeById(
    api,
    house,
    'delete',
    '/identities/{id}/consent',
    {
      says: 'The person took their consent back: that name is linked with no other any more',
      missing: 'There is no such name here.',
    },
    (tx, id, done) => setConsent(tx, id, null, done),
  )
}
