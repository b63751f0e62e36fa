/** The charters of rooms over HTTP. */
import type { Tx } from '../../db/db.ts'
import { charterOf } from '../../domain/charter/charter.store.ts'
import { type Charter, wrongCharter } from '../../domain/charter/charter.ts'
import { room } from '../../domain/room/room.store.ts'
import { byIds } from '../../domain/teammate/teammate.store.ts'
import { writeCharter } from '../../flows/charter.ts'
import type { Id } from '../../lib/ids.ts'
import { actorOfRequest } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, byId, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import type { House } from '../house.ts'
import * as shapes from './shapes.charter.ts'

export function charters(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/rooms/{id}/charter', {
      says: "A room's charter; a room without one has none of its parts",
      status: 200,
      answer: shapes.Charter,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      return c.json(await house.db.look(actorOfRequest(c).workspace, (tx) => shown(tx, id)), 200)
    },
  )

  api.openapi(
    route(house, 'put', '/rooms/{id}/charter', {
      says: "Writes a room's charter, in the place of the one before",
      status: 200,
      answer: shapes.Charter,
      body: shapes.Charter,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const charter = c.req.valid('json')
      const written = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
        await room(tx, id)
        await mustBeRight(tx, charter)
        await writeCharter(tx, id, charter, { by, at })
        return shown(tx, id)
      })
      return c.json(written, 200)
    },
  )
}

async function mustBeRight(tx: Tx, charter: Charter): Promise<void> {
  const wrong = wrongCharter(charter)
  if (wrong) throw new Refusal(422, wrong.why, wrong.field)
  const { ownerId } = charter
  if (ownerId !== null && !(await byIds(tx, [ownerId])).has(ownerId))
    throw new Refusal(422, 'Nobody by that id works here.', 'ownerId')
}

/** Throws RoomMissing. */
async function shown(tx: Tx, id: Id): Promise<shapes.Charter> {
  await room(tx, id)
  const { tone, hours, promises, ...words } = await charterOf(tx, id)
  return {
    ...words,
    tone: [...tone],
    promises: { ...promises },
    hours: hours && {
      zone: hours.zone,
      week: hours.week.map((day) => day.map(([from, to]): [string, string] => [from, to])),
      holidays: [...hours.holidays],
    },
  }
}
