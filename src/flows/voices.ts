/** How we can speak in a room: what the answering flow needs of the room's channel. */
import type { Channel, Connection } from '../channels/channel.ts'
import type { Room } from '../domain/room/room.ts'
import type { Voice } from './answer.ts'

export const voices =
  (channels: ReadonlyMap<string, Channel>) =>
  (name: string): Voice => {
    const channel = channels.get(name)
    const reply = channel?.reply
    return reply
      ? {
          length: reply.length,
          newKey: reply.newKey,
          idOf: (key, room) => reply.idOf(key, connectionOf(room)),
          first: channel?.can.includes('post') ?? false,
        }
      : null
  }

/** A room as its channel sees it, without its secret. */
export const connectionOf = ({ address, settings }: Room): Connection => ({
  address,
  settings,
  secret: null,
  cursor: null,
})
