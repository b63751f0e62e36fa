/** Puts the desk together: the one place that knows which pieces there are. */
import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { availableParallelism } from 'node:os'
import { serve } from '@hono/node-server'
import { desk } from './api/desk.ts'
import type { House } from './api/house.ts'
import { openLive } from './api/live.ts'
import { openSignIn } from './api/workspace/sign-in.ts'
import type { Role, Settings } from './cli/settings.ts'
import { DatabaseTrouble } from './db/db.ts'
import { append, forgottenFile, read } from './db/forgotten-file.ts'
import type { Opened } from './db/open.ts'
import { bePresent } from './db/presence.ts'
import { forgetAgain } from './flows/forget-person.ts'
import { makeSetupLink, ownerExists } from './flows/setup.ts'
import { handsOf } from './hands.ts'
import { delivering } from './jobs/delivering.ts'
import { ears } from './jobs/ears.ts'
import { minding } from './jobs/minding.ts'
import { mondays } from './jobs/mondays.ts'
import { placing } from './jobs/placing.ts'
import { pushing } from './jobs/pushing.ts'
import { reckoning } from './jobs/reckoning.ts'
import { spotting } from './jobs/spotting.ts'
import { understanding } from './jobs/understanding.ts'
import { waking } from './jobs/waking.ts'
import { weather } from './jobs/weather.ts'
import { systemClock } from './lib/clock.ts'

export const version: string = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version

export type Starting = {
  settings: Settings
  database: Promise<Opened>
  secretKey: string
  roles: readonly Role[]
  /** The folder with the built screens, when it is ready. */
  web: Promise<string>
  log: (line: string) => void
}

export type Running = {
  /** Shown once while nobody owns the desk; null: somebody does. */
  setupLink: string | null
  /** Takes no more requests, lets what is on its way arrive, and leaves the database in order. */
  stop(): Promise<void>
}

/** Throws DatabaseTrouble, PortTaken or SettingRefused, in words for the person at the terminal. */
export async function start({ settings, database, secretKey, roles, web, log }: Starting): Promise<Running> {
  const { db, embedded, close } = await database
  const closing: (() => Promise<unknown>)[] = [close]
  const stop = async () => {
    for (const each of closing.toReversed()) await each()
  }
  try {
    const calledAs = `earshot (process ${process.pid}, ${settings.url})`
    const presence = await bePresent(db.url, calledAs, Math.random)
    closing.push(() => presence.close())
    if (embedded && !(await presence.take('data folder'))) {
      const holder = (await presence.holder('data folder')) ?? 'another process'
      throw new DatabaseTrouble(
        `The data folder ${settings.data} is held by ${holder}. Stop that first, or set EARSHOT_DATA to another folder.`,
      )
    }

    const forgotten = forgottenFile(settings.data)
    await forgetAgain(db, read(forgotten), systemClock.now())
    const { allowPrivate } = settings
    const hands = handsOf({ db, presence, secretKey, allowPrivate, log })
    const ended = new AbortController()
    const hearing = roles.includes('hear')
      ? ears(
          roles.length === 1 ? availableParallelism() : 1,
          { databaseUrl: db.url, calledAs, secretKey, allowPrivate },
          { thread: new URL('./ear.thread.ts', import.meta.url), clock: systemClock, log },
          ended.signal,
        )
      : null
    const mouth = roles.includes('work') ? delivering(hands, ended.signal) : null
    const letters = mondays(settings.mail && (await import('./lib/mail.ts')).mailBy(settings.mail), settings.url)
    const jobs = [waking, placing, reckoning, understanding, spotting, pushing, minding, weather, letters]
    const working = roles.includes('work') ? jobs.map((job) => job(hands, ended.signal)) : []
    closing.push(async () => {
      ended.abort()
      await Promise.all([hearing?.done, mouth?.done, ...working])
    })

    if (roles.includes('web')) {
      const signIn = openSignIn({
        url: settings.url,
        secret: secretKey,
        databaseUrl: db.url,
        origins: originsOf(settings),
      })
      closing.push(() => signIn.close())
      const house: House = {
        ...hands,
        signIn,
        live: await openLive(db, presence, log),
        keepAside: (lines) => append(forgotten, lines),
        url: settings.url,
        mails: settings.mail !== null,
        hearNow: (roomId) => hearing?.now(roomId),
        gauges: () => ({
          earshot_rooms_heard: hearing?.rooms ?? 0,
          earshot_batches_heard_total: hearing?.heard ?? 0,
          earshot_replies_tried_total: mouth?.tried ?? 0,
        }),
        version,
      }
      const server = await listen(desk(house, await web).fetch, settings)
      closing.push(() => hangUp(server))
    }
    const setupLink = (await ownerExists(db))
      ? null
      : `${settings.url}/setup?token=${await makeSetupLink(db, systemClock.now())}`
    return { setupLink, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

export class PortTaken extends Error {
  override name = 'PortTaken'
  constructor(port: number) {
    super(`Port ${port} is taken by another program. Stop that, or start Earshot with another PORT.`)
  }
}

function listen(fetch: (request: Request) => Response | Promise<Response>, { port, host }: Settings): Promise<Server> {
  return new Promise((done, fail) => {
    const server = serve({ fetch, port, hostname: host }, () => done(server)) as Server
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(error.code === 'EADDRINUSE' ? new PortTaken(port) : error),
    )
  })
}

/** Open streams never end by themselves: they are cut, and browsers come back to whoever serves next. */
function hangUp(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 500).unref()
  })
}

/** Both names of this machine open a desk that has no public address. */
const originsOf = ({ url, port }: Settings): string[] => [url, `http://127.0.0.1:${port}`, `http://localhost:${port}`]
