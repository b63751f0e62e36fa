/** Show and forget over HTTP: everything that is held of a person, as data and as a page; what would go; and that it goes. */
import type { Tx } from '../../db/db.ts'
import { countsOf, everythingOf } from '../../domain/forgetting/held.read.ts'
import { mustBeOneHuman, PersonMissing } from '../../domain/person/joining.store.ts'
import { person as personOf } from '../../domain/person/person.read.ts'
import { forgetPerson } from '../../flows/forget-person.ts'
import type { Id } from '../../lib/ids.ts'
import { actorOfRequest, letIn } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, byId, Done, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import type { House } from '../house.ts'
import { fileOf } from './everything-file.ts'
import * as shapes from './shapes.forgetting.ts'

export function forgetting(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/people/{id}/everything', {
      says: 'Everything that is held of a person',
      status: 200,
      answer: shapes.Everything,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      return c.json(
        await house.db.look(actorOfRequest(c).workspace, (tx) => everything(tx, id, house.clock.now())),
        200,
      )
    },
  )

  // A page, and no JSON as the other routes give: the same as one to read, to print and to hand over.
  api.get('/people/:id/everything.html', letIn(house, 'GET /api/v1/people/:id/everything.html'), async (c) => {
    const asked = byId.safeParse(c.req.param())
    if (!asked.success) throw new Refusal(404, new PersonMissing().message)
    const { workspace } = actorOfRequest(c)
    const all = await house.db.look(workspace, (tx) => everything(tx, asked.data.id, house.clock.now()))
    c.header('content-disposition', 'attachment; filename="everything.html"')
    return c.html(fileOf(all))
  })

  api.openapi(
    route(house, 'get', '/people/{id}/forgetting', {
      says: 'What would go if a person were forgotten',
      status: 200,
      answer: shapes.Forgetting,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const preview = await house.db.look(actorOfRequest(c).workspace, async (tx) => {
        const people = await mustBeOneHuman(tx, id)
        const [who, goes] = await Promise.all([personOf(tx, id), countsOf(tx, people)])
        const { messages, replies, notes, moments, ties } = goes
        return {
          name: who?.name ?? '',
          names: (who?.identities ?? []).map(({ channel, handle, name }) => ({
            channel,
            name: handle ?? name ?? channel,
          })),
          goes: { messages, replies, notes, moments, ties },
        }
      })
      return c.json(preview, 200)
    },
  )

  api.openapi(
    route(house, 'delete', '/people/{id}', {
      says: 'Forgets a person: everything that is held of them is erased, and does not come back',
      status: 200,
      answer: Done,
      params: byId,
    }),
    async (c) => {
      const { id: person } = c.req.valid('param')
      const done = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
        const forgot = await forgetPerson(tx, { person, by, at }, house.keepAside)
        if (forgot.is === 'us') throw new Refusal(409, 'That is our own account. Leave its room instead.')
        return { ok: true } as const
      })
      return c.json(done, 200)
    },
  )
}

async function everything(tx: Tx, id: Id, now: Date): Promise<shapes.Everything> {
  const people = await mustBeOneHuman(tx, id)
  const [who, held] = await Promise.all([personOf(tx, id), everythingOf(tx, people)])
  return { name: who?.name ?? '', at: now.toISOString(), held }
}
