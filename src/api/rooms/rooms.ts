/** Rooms over HTTP: how each is doing, and adding, pausing, signing in to and leaving them. */

import { z } from '@hono/zod-openapi'
import type { Channel } from '../../channels/channel.ts'
import { record } from '../../domain/happening/happening.store.ts'
import { rooms as allRooms, type RoomRow, roomById } from '../../domain/room/room.read.ts'
import * as store from '../../domain/room/room.store.ts'
import { RoomMissing } from '../../domain/room/room.store.ts'
import type { Actor } from '../../domain/teammate/teammate.ts'
import { type Added, addRoom, signInAgain } from '../../flows/connect.ts'
import { leaveRoom } from '../../flows/leave-rooms.ts'
import type { Id } from '../../lib/ids.ts'
import * as asks from '../asks.ts'
import { actorOfRequest } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, byId, Done, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import type { House } from '../house.ts'
import * as shapes from '../shapes.ts'
import * as show from '../show.ts'

/** How long a channel may take to say whether it knows us. */
const CONNECT_MS = 25_000

export function rooms(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/channels', {
      says: 'Channels that a room can be added on',
      status: 200,
      answer: shapes.Page(shapes.ChannelCard),
    }),
    async (c) =>
      c.json({ items: [...house.channels.values()].filter((it) => it.fields.length > 0).map(card), next: null }, 200),
  )

  api.openapi(
    route(house, 'get', '/rooms', { says: 'Rooms and their health', status: 200, answer: shapes.Page(shapes.Room) }),
    async (c) => {
      const rows = await house.db.look(actorOfRequest(c).workspace, allRooms)
      return c.json({ items: rows.map((row) => shown(row, house)), next: null }, 200)
    },
  )

  api.openapi(
    route(house, 'get', '/rooms/{id}', {
      says: 'A room and its health',
      status: 200,
      answer: shapes.Room,
      params: byId,
    }),
    async (c) => c.json(await one(house, actorOfRequest(c), c.req.valid('param').id), 200),
  )

  // The channel is asked outside any transaction, and the room's unique address keeps a second try from adding it twice.
  api.openapi(
    route(house, 'post', '/rooms', { says: 'Adds a room', status: 201, answer: shapes.Room, body: asks.NewRoom }),
    async (c) => {
      const actor = actorOfRequest(c)
      const asked = c.req.valid('json')
      const channel = channelCalled(house, asked.channel)
      const added = await addRoom(
        house.db,
        channel,
        { ...asking(actor, asked.fields), name: asked.name ?? null, at: house.clock.now() },
        house.kit(AbortSignal.timeout(CONNECT_MS)),
        house,
      )
      return c.json(await one(house, actor, mustBeAdded(added)), 201)
    },
  )

  const SignIn = z.object({ fields: z.record(z.string(), z.string()) })
  api.openapi(
    route(house, 'post', '/rooms/{id}/sign-in', {
      says: 'Signs in to a room anew',
      status: 200,
      answer: shapes.Room,
      body: SignIn,
      params: byId,
    }),
    async (c) => {
      const actor = actorOfRequest(c)
      const { id } = c.req.valid('param')
      const room = await house.db.in(actor.workspace, (tx) => store.room(tx, id))
      const asked = { ...asking(actor, c.req.valid('json').fields), name: null, at: house.clock.now() }
      mustBeAdded(
        await signInAgain(
          house.db,
          id,
          channelCalled(house, room.channel),
          asked,
          house.kit(AbortSignal.timeout(CONNECT_MS)),
          house,
        ),
      )
      house.hearNow(id)
      return c.json(await one(house, actor, id), 200)
    },
  )

  const pause = (method: 'post' | 'delete', says: string) =>
    api.openapi(
      route(house, method, '/rooms/{id}/pause', { says, status: 200, answer: shapes.Room, params: byId }),
      async (c) => {
        const { id } = c.req.valid('param')
        await write(c, house, async (tx, actor, at) => {
          const paused = method === 'post' ? { at, by: actor.teammate.id } : null
          if ((await store.pause(tx, id, paused)) === 0) throw new RoomMissing(id)
          await record(tx, [
            { kind: 'room', at, by: actor.teammate.id, roomId: id, detail: { is: paused ? 'paused' : 'resumed' } },
          ])
          return { ok: true }
        })
        return c.json(await one(house, actorOfRequest(c), id), 200)
      },
    )
  pause('post', 'Stops hearing there for now')
  pause('delete', 'Hears there again')

  api.openapi(
    route(house, 'post', '/rooms/{id}/again', {
      says: 'Tries now instead of later',
      status: 200,
      answer: shapes.Room,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const room = await one(house, actorOfRequest(c), id)
      house.hearNow(id)
      return c.json(room, 200)
    },
  )

  api.openapi(
    route(house, 'delete', '/rooms/{id}', {
      says: 'Leaves a room, with all that was heard there',
      status: 200,
      answer: Done,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const done = await write(c, house, async (tx, actor, at) => {
        const room = await store.room(tx, id)
        await leaveRoom(tx, id)
        await record(tx, [{ kind: 'room', at, by: actor.teammate.id, detail: { is: 'left', name: room.name } }])
        return { ok: true } as const
      })
      return c.json(done, 200)
    },
  )
}

const asking = (actor: Actor, fields: Record<string, string>) => ({
  workspace: actor.workspace,
  by: actor.teammate.id,
  fields,
})

function channelCalled({ channels }: House, name: string): Channel {
  const channel = channels.get(name)
  if (!channel)
    throw new Refusal(
      422,
      `There is no channel called ${name}. There are: ${[...channels.keys()].join(', ')}.`,
      'channel',
    )
  return channel
}

function mustBeAdded(added: Added): Id {
  if (added.is === 'refused') throw new Refusal(422, added.why, added.field)
  return added.roomId
}

async function one(house: House, actor: Actor, id: Id): Promise<shapes.Room> {
  const row = await house.db.look(actor.workspace, (tx) => roomById(tx, id))
  if (!row) throw new RoomMissing(id)
  return shown(row, house)
}

const shown = (
  { heardAt, eventAt, trouble, quietSince, gaps, quota, unreadable, unsaid, account, ...row }: RoomRow,
  { channels, clock }: House,
): shapes.Room => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  can: [...(channels.get(row.channel)?.can ?? [])],
  health: {
    lastHeard: heardAt?.toISOString() ?? null,
    // As last seen: when we heard the newest event, minus when it happened.
    lag: heardAt && eventAt ? Math.max(0, (heardAt.getTime() - eventAt.getTime()) / 1000) : null,
    trouble,
    quietSince: quietSince?.toISOString() ?? null,
    gaps,
    quota: quota && new Date(quota.until) > clock.now() ? quota : null,
    unreadable,
    unsaid,
  },
  replying: show.replying(channels.get(row.channel), account),
})

const card = ({ name, title, can, about, fields }: Channel): shapes.ChannelCard => ({
  name,
  title,
  can: [...can],
  about: { ...about },
  fields: fields.map((field) => ({ ...field, optional: field.optional ?? false })),
})
