/** What serves which objective over HTTP: rooms, listeners and briefs are tied to one, or let go. */
import { letBriefGo, type Servant, serve } from '../../domain/objective/objective.store.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, byId, Done, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import { writeById } from '../door/write-by-id.ts'
import type { House } from '../house.ts'
import { open } from './objectives.ts'
import * as shapes from './shapes.objectives.ts'

const servants: readonly { what: Servant; noun: 'rooms' | 'listeners' | 'questions'; says: string }[] = [
  { what: 'room', noun: 'rooms', says: 'Names the objective that a room serves; null: none' },
  { what: 'listener', noun: 'listeners', says: 'Names the objective that a listener serves; null: none' },
  { what: 'question', noun: 'questions', says: 'Names the objective that the brief of a question serves; null: none' },
]

export function serving(api: Api, house: House): void {
  for (const { what, noun, says } of servants) {
    api.openapi(
      route(house, 'put', `/${noun}/{id}/objective`, {
        says,
        status: 200,
        answer: Done,
        body: shapes.NewServing,
        params: byId,
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const { objective } = c.req.valid('json')
        const done = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
          if (objective !== null) await open(tx, objective)
          if ((await serve(tx, what, id, objective, { by, at })) === 0)
            throw new Refusal(404, `There is no ${what} here by that id.`)
          return { ok: true } as const
        })
        return c.json(done, 200)
      },
    )
  }

  const missing = 'There is no question here by that id.'
  const letGo = { says: 'The answer to a question is written for no objective, on purpose', missing }
  const takeUp = { says: 'The brief of a question is looked at again', missing }
  writeById(api, house, 'put', '/questions/{id}/brief/letting-go', letGo, (tx, id, done) =>
    letBriefGo(tx, id, true, done),
  )
  writeById(api, house, 'delete', '/questions/{id}/brief/letting-go', takeUp, (tx, id, done) =>
    letBriefGo(tx, id, false, done),
  )
}
