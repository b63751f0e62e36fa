/** The first run over HTTP: how far a desk has come, read from what is there. */
import { sql } from '../../db/db.ts'
import { mostHeld } from '../../domain/tie/tie.ts'
import { actorOfRequest } from '../door/actor.ts'
import { type Api, route } from '../door/route.ts'
import type { House } from '../house.ts'
import * as shapes from './shapes.objectives.ts'

export function firstSteps(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/first-steps', {
      says: 'How far the first run has come: an objective, the team, rooms, our names, and somebody answered',
      status: 200,
      answer: shapes.FirstSteps,
    }),
    async (c) => {
      const found = await house.db.look(actorOfRequest(c).workspace, (tx) =>
        tx.row<Omit<shapes.FirstSteps, 'mostHeld'>>(sql`
          select
            (select result from objective where workspace_id = ${tx.workspace} and let_go_at is null order by created_at, id limit 1) as objective,
            (select count(*) from teammate where workspace_id = ${tx.workspace} and left_at is null and role <> 'guest') as team,
            (select count(*) from invitation where workspace_id = ${tx.workspace} and accepted_at is null and expires_at > ${house.clock.now()}) as invited,
            (select count(*) from room where workspace_id = ${tx.workspace}) as rooms,
            (select count(*) from listener where workspace_id = ${tx.workspace}) as listeners,
            exists (
              select from happening where workspace_id = ${tx.workspace} and kind in ('replied', 'answered there')) as answered`),
      )
      if (found === null) throw new Error('A row of counts is always there')
      return c.json({ ...found, mostHeld }, 200)
    },
  )
}
