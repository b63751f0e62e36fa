/** People over HTTP: who somebody is, what we said to each other, and who of us knows them. */
import { linesOfPerson } from '../domain/conversation/conversation.list.ts'
import { person } from '../domain/person/person.read.ts'
import { actorOfRequest } from './door/actor.ts'
import { Refusal } from './door/problem.ts'
import { type Api, byId, route } from './door/route.ts'
import type { House } from './house.ts'
import { shown } from './lines.ts'
import * as shapes from './shapes.ts'

const MOST_CONVERSATIONS = 20

export function people(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/people/{id}', { says: 'A person', status: 200, answer: shapes.Person, params: byId }),
    async (c) => {
      const { id } = c.req.valid('param')
      const found = await house.db.look(actorOfRequest(c).workspace, async (tx) => {
        const row = await person(tx, id)
        if (!row) throw new Refusal(404, 'There is nobody here by that id.')
        const conversations = await linesOfPerson(tx, id, MOST_CONVERSATIONS)
        return {
          ...row,
          firstMet: row.firstMet.toISOString(),
          lastHeard: row.lastHeard?.toISOString() ?? null,
          conversations: await shown(tx, conversations),
        }
      })
      return c.json(found, 200)
    },
  )
}
