/** How well each room is worked over HTTP, and bowing out of one: we say goodbye, and listen on. */
import type { Tx } from '../../db/db.ts'
import { charters } from '../../domain/charter/charter.store.ts'
import { noCharter } from '../../domain/charter/charter.ts'
import { askedByRoom, broughtByRoom } from '../../domain/charter/worked.read.ts'
import { counsel, standingOf, workedOf } from '../../domain/charter/worked.ts'
import { record } from '../../domain/happening/happening.store.ts'
import { bowOut } from '../../domain/room/room.store.ts'
import { byIds } from '../../domain/teammate/teammate.store.ts'
import type { Id } from '../../lib/ids.ts'
import { actorOfRequest } from '../door/actor.ts'
import { type Api, route } from '../door/route.ts'
import { writeById } from '../door/write-by-id.ts'
import type { House } from '../house.ts'
import * as shapes from './shapes.worked.ts'

export function worked(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/worked', {
      says: 'How well each room was worked in thirty days, and what that advises',
      status: 200,
      answer: shapes.WorkedRooms,
    }),
    async (c) => c.json(await house.db.look(actorOfRequest(c).workspace, (tx) => all(tx, house.clock.now())), 200),
  )

  const bow = (method: 'put' | 'delete', says: string) =>
    writeById(
      api,
      house,
      method,
      '/rooms/{id}/bowing-out',
      { says, missing: 'There is no room by that id.' },
      async (tx, id, { by, at }) => {
        const changed = await bowOut(tx, id, method === 'put' ? { by, at } : null)
        if (changed > 0)
          await record(tx, [
            { kind: 'room', at, by, roomId: id, detail: { is: method === 'put' ? 'bowed out' : 'taken up' } },
          ])
        return changed
      },
    )
  bow('put', 'We speak there no more of our own accord, and listen on')
  bow('delete', 'We work the room again')
}

async function all(tx: Tx, now: Date): Promise<shapes.WorkedRooms> {
  const [rooms, known, month] = await Promise.all([askedByRoom(tx, now), charters(tx), broughtByRoom(tx, now)])
  const brought = new Map(month.map((it) => [it.roomId, it]))
  const counted = rooms.map(({ asked, ...room }) => ({
    room,
    worked: workedOf(asked, known.get(room.id) ?? noCharter, now),
  }))
  const who = await byIds(
    tx,
    counted.flatMap(({ worked }) => worked.by.flatMap(({ teammate }) => teammate ?? [])) as Id[],
  )
  const items = counted.map(({ room: { bowedOutAt, ...room }, worked: { by, ...figures } }) => ({
    room,
    bowedOutAt: bowedOutAt?.toISOString() ?? null,
    ...figures,
    by: by.map(({ teammate, answers }) => ({ teammate: (teammate && who.get(teammate)) || null, answers })),
    outcomes: brought.get(room.id)?.outcomes ?? 0,
    careSeconds: brought.get(room.id)?.seconds ?? 0,
    standing: standingOf({ by, ...figures }),
  }))
  const told = counsel(
    counted.map(({ room, worked }) => ({ roomId: room.id, bowedOut: room.bowedOutAt !== null, worked })),
  )
  return { items, counsel: told.is === 'stay' ? { is: 'stay', roomId: null } : told }
}
