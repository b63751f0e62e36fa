/** A whole desk in this process, on a real database: requests go through every check that real ones meet. */
import { z } from 'zod'
import { desk } from '../src/api/desk.ts'
import type { House } from '../src/api/house.ts'
import { openLive } from '../src/api/live.ts'
import { openSignIn } from '../src/api/workspace/sign-in.ts'
import type { Channel, Sent } from '../src/channels/channel.ts'
import { type Db, sql } from '../src/db/db.ts'
import { bePresent } from '../src/db/presence.ts'
import type { Said } from '../src/domain/message/heard.ts'
import { add as addRoom } from '../src/domain/room/room.store.ts'
import { add as addTeammate } from '../src/domain/teammate/teammate.store.ts'
import type { Role, Scope } from '../src/domain/teammate/teammate.ts'
import { hear } from '../src/flows/hear.ts'
import { foundWorkspace, newToken } from '../src/flows/setup.ts'
import { Changes } from '../src/jobs/changes.ts'
import { type Clock, systemClock } from '../src/lib/clock.ts'
import { newId } from '../src/lib/ids.ts'
import { inCommon } from '../src/lib/in-common.ts'
import { safeFetch, safeSocket } from '../src/lib/safe-fetch.ts'
import { sealWith } from '../src/lib/seal.ts'

/** A channel that sends to a list, and answers as it is told to. */
export function squareChannel(): Channel & { sent: string[]; answers: ((key: string) => Sent | Promise<Sent>)[] } {
  const sent: string[] = []
  const answers: ((key: string) => Sent | Promise<Sent>)[] = []
  return {
    name: 'square',
    title: 'Square',
    can: ['read own', 'reply', 'post'],
    about: { cost: 'none', approval: 'none', limits: 'none', unseen: 'nothing', expiry: 'never' },
    fields: [{ name: 'place', label: 'Place', hint: '', kind: 'text' }],
    asks: z.object({ place: z.string().min(1, 'Which place?') }),
    connect: async ({ place = '' }) =>
      place === 'nowhere'
        ? { is: 'refused', field: 'place', why: 'There is no such place.' }
        : {
            is: 'connected',
            address: place,
            name: place,
            account: { id: 'acme', handle: 'acme' },
            settings: {},
            secret: { word: 'open sesame' },
          },
    async *hear() {},
    reply: {
      length: { unit: 'graphemes', limit: 300 },
      once: 'key',
      newKey: () => newId(),
      idOf: (key) => `reply-${key}`,
      async send({ key, text }) {
        const answer = answers.shift()
        if (answer) return answer(key)
        sent.push(text)
        return { is: 'sent', id: `reply-${key}`, url: null }
      },
    },
    sent,
    answers,
  }
}

/** A clock that a test moves. */
export function heldClock(start: Date): Clock & { move(ms: number): void } {
  let now = start.getTime()
  return { now: () => new Date(now), sleep: systemClock.sleep, move: (ms) => (now += ms) }
}

export async function openHouse(db: Db, clock: Clock, more: readonly Channel[] = []) {
  const presence = await bePresent(db.url, 'test', Math.random)
  const signIn = openSignIn({
    url: 'http://desk.test',
    secret: 'x'.repeat(40),
    databaseUrl: db.url,
    origins: ['http://desk.test'],
  })
  const square = squareChannel()
  const common = inCommon()
  const house: House = {
    db,
    clock,
    newId,
    random: Math.random,
    seal: sealWith('test'),
    channels: new Map([square, ...more].map((channel) => [channel.name, channel])),
    kit: (signal) => ({
      fetch: safeFetch({ allow: ['127.0.0.0/8'] }),
      socket: safeSocket(),
      clock,
      signal,
      inCommon: common,
      keepSecret: async () => {},
      keepQuota: async () => {},
    }),
    signIn,
    live: await openLive(db, presence, () => {}),
    keepAside: async () => {},
    url: 'http://desk.test',
    mails: true,
    hearNow: () => {},
    gauges: () => ({}),
    log: () => {},
    version: 'test',
  }
  const app = desk(house, 'web/dist')
  return {
    house,
    app,
    square,
    presence,
    close: async () => {
      await presence.close()
      await signIn.close()
    },
  }
}

/** What came back, read as the test expects it; a wrong guess fails where it is compared. */
export type Answer = { status: number; body: Body }
export type Body = Record<
  'id' | 'next' | 'state' | 'at' | 'leavesAt' | 'detail' | 'secret' | 'preview' | 'text' | 'kind',
  string
> &
  Record<'undo', number> & { [one in 'person' | 'token' | 'invitation' | 'message']: Body } & {
    [many in 'items' | 'replies' | 'thread' | 'happened']: Body[]
  }

/** Somebody with a token of their own. */
export type Caller = {
  workspace: string
  teammate: string
  token: string
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
}

export async function founder({ house, app }: Awaited<ReturnType<typeof openHouse>>, name = 'Acme'): Promise<Caller> {
  const userId = newId()
  await house.db.outside((tx) =>
    tx.run(sql`insert into auth."user" (id, name, email) values (${userId}, 'Kit', ${`kit-${userId}@acme.example`})`),
  )
  const { workspace, teammate } = await foundWorkspace(
    house.db,
    { name, owner: { userId, name: 'Kit' }, at: house.clock.now() },
    newId,
  )
  return caller({ house, app }, workspace, teammate, ['read', 'write', 'admin'])
}

export async function colleague(
  { house, app }: Pick<Awaited<ReturnType<typeof openHouse>>, 'house' | 'app'>,
  workspace: string,
  role: Role,
  scopes: Scope[] = ['read', 'write', 'admin'],
): Promise<Caller> {
  const [userId, id] = [newId(), newId()]
  await house.db.outside((tx) =>
    tx.run(sql`insert into auth."user" (id, name, email) values (${userId}, ${role}, ${`${userId}@acme.example`})`),
  )
  await house.db.in(workspace, (tx) =>
    addTeammate(tx, { id, name: `Ana the ${role}`, role, userId, at: house.clock.now() }),
  )
  return caller({ house, app }, workspace, id, scopes)
}

async function caller(
  { house, app }: Pick<Awaited<ReturnType<typeof openHouse>>, 'house' | 'app'>,
  workspace: string,
  teammate: string,
  scopes: Scope[],
): Promise<Caller> {
  const { secret } = await house.db.in(workspace, (tx) =>
    newToken(tx, { teammateId: teammate, name: 'test', scopes, days: null, at: house.clock.now() }, newId),
  )
  return {
    workspace,
    teammate,
    token: secret,
    async call(method, path, body, headers = {}) {
      const answer = await app.request(path.startsWith('/api') ? path : `/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${secret}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      })
      const text = await answer.text()
      return { status: answer.status, body: (text.startsWith('{') ? JSON.parse(text) : text) as Body }
    },
  }
}

/** A room on the square, and a way to say things there. */
export async function squareRoom({ house }: Pick<Awaited<ReturnType<typeof openHouse>>, 'house'>, workspace: string) {
  const roomId = newId()
  await house.db.in(workspace, (tx) =>
    addRoom(
      tx,
      {
        id: roomId,
        channel: 'square',
        address: roomId,
        name: 'The square',
        account: { id: 'acme', handle: 'acme' },
        settings: {},
        secret: null,
        demo: false,
        at: house.clock.now(),
        by: null,
      },
      house.seal,
    ),
  )
  const say = (...messages: Said[]) =>
    hear(
      house.db,
      {
        workspace,
        room: { id: roomId, channel: 'square' },
        heard: messages.map((message) => ({ is: 'said', message })),
        at: house.clock.now(),
        listening: () => [],
      },
      newId,
    )
  return { roomId, say }
}

/** What changes, as another process is told of it: over a connection of its own. */
export async function toldElsewhere(db: Db) {
  const presence = await bePresent(db.url, 'ears', Math.random)
  const changes = new Changes()
  await changes.open(presence)
  return { presence, changes }
}
