/** Adds a room, or signs in to it anew: the channel is asked first, and nothing is kept of what it refused. */
import type { Channel, Kit } from '../channels/channel.ts'
import type { Db } from '../db/db.ts'
import { record } from '../domain/happening/happening.store.ts'
import * as rooms from '../domain/room/room.store.ts'
import type { Id, NewId } from '../lib/ids.ts'
import type { Seal } from '../lib/seal.ts'
import { townStands } from './demo.ts'

export type Asked = { workspace: Id; name: string | null; fields: Record<string, string>; by: Id; at: Date }
export type Added = { is: 'added'; roomId: Id } | { is: 'refused'; field: string | null; why: string }

export async function addRoom(
  db: Db,
  channel: Channel,
  asked: Asked,
  kit: Kit,
  house: { seal: Seal; newId: NewId },
): Promise<Added> {
  const connected = await knock(channel, asked.fields, kit)
  if (connected.is === 'refused') return connected
  return db.in(asked.workspace, async (tx): Promise<Added> => {
    if (await townStands(tx))
      return {
        is: 'refused',
        field: null,
        why: 'This is a pretend town. Remove it first: real people do not belong among made-up ones.',
      }
    const { address, account, settings, secret } = connected
    const id = house.newId()
    const name = asked.name || connected.name
    const added = await rooms.add(
      tx,
      { id, channel: channel.name, address, name, account, settings, secret, demo: false, at: asked.at, by: asked.by },
      house.seal,
    )
    if (added === null) return { is: 'refused', field: null, why: `${connected.name} is connected already.` }
    await record(tx, [{ kind: 'room', at: asked.at, by: asked.by, roomId: id, detail: { is: 'added' } }])
    return { is: 'added', roomId: id }
  })
}

/** With new credentials for the same account; history stays. Throws RoomMissing. */
export async function signInAgain(
  db: Db,
  roomId: Id,
  channel: Channel,
  asked: Asked,
  kit: Kit,
  house: { seal: Seal },
): Promise<Added> {
  const connected = await knock(channel, asked.fields, kit)
  if (connected.is === 'refused') return connected
  return db.in(asked.workspace, async (tx): Promise<Added> => {
    const room = await rooms.room(tx, roomId)
    if (room.address !== connected.address)
      return {
        is: 'refused',
        field: null,
        why: `That is another account (${connected.name}). Add it as a room of its own.`,
      }
    await rooms.reconnect(tx, roomId, connected.settings, connected.secret, house.seal)
    await record(tx, [{ kind: 'room', at: asked.at, by: asked.by, roomId, detail: { is: 'signed in' } }])
    return { is: 'added', roomId }
  })
}

async function knock(channel: Channel, fields: Record<string, string>, kit: Kit) {
  const read = channel.asks.safeParse(fields)
  if (!read.success) {
    const [issue] = read.error.issues
    return {
      is: 'refused',
      field: issue?.path.join('.') ?? null,
      why: issue?.message ?? 'This could not be read.',
    } as const
  }
  return channel.connect(read.data, kit)
}
