/** What it costs when many workspaces hear one network: each has a Bluesky room, and listeners that want none of what is said. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Db, sql } from '../src/db/db.ts'
import { openDatabase } from '../src/db/open.ts'
import { add as addListener } from '../src/domain/listener/listener.store.ts'
import { add as addRoom } from '../src/domain/room/room.store.ts'
import { ears } from '../src/jobs/ears.ts'
import { systemClock } from '../src/lib/clock.ts'
import { newId } from '../src/lib/ids.ts'
import { sealWith } from '../src/lib/seal.ts'
import { queriesThatNeverMatch } from './listening/queries.ts'
import { account, didOf, type Network, type Said, startNetwork } from './network.ts'
import { figure, median, type Options, type Result, report } from './result.ts'
import { until } from './until.ts'

export const about = 'workspaces with a Bluesky room and a hundred listeners each, on one network that speaks of others'

const secretKey = 'bench'
/** Nobody's who speaks. */
const accountOf = (room: number) => didOf(1_000_000 + room)
/** So many words are said to rooms meanwhile. */
const words = 10

export async function run({
  rooms = '1,30,1000',
  listeners = '100',
  rate = '100',
  seconds = '20',
}: Options): Promise<Result> {
  const load = { rate: Number(rate), seconds: Number(seconds) }
  const sizes = rooms.split(',').map(Number)
  const measured: Measured[] = []
  for (const size of sizes) measured.push(await measure(size, Number(listeners), load))
  return {
    name: 'rooms',
    rows: measured.flatMap(({ size, lines, cpu, waits }) => [
      figure(`${size} rooms: lines to the network`, lines, ''),
      figure(`${size} rooms: processor time of the ear, a post and room`, (cpu / size) * 1e6, 'us'),
      figure(`${size} rooms: processor time of the ear, a post`, cpu * 1e6, 'us'),
      figure(`${size} rooms: a word to one, until it holds it, median`, median(waits), 'ms'),
    ]),
    notes: [`${rate} posts a second for ${seconds} s, half of them replies; ${listeners} listeners a room.`],
  }
}

type Load = { rate: number; seconds: number }
type Measured = { size: number; lines: number; cpu: number; waits: readonly number[] }

async function measure(size: number, listeners: number, load: Load): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-'))
  const network = await startNetwork(5)
  const opened = await openDatabase({ data: folder, databaseUrl: null })
  const owner = new pg.Client({ connectionString: opened.ownerUrl, options: '-c search_path=earshot' })
  await owner.connect()
  const ended = new AbortController()
  try {
    await furnish(opened.db, network, { size, listeners })
    const hearing = ears(
      1,
      { databaseUrl: opened.db.url, calledAs: 'bench', secretKey, allowPrivate: ['127.0.0.0/8'] },
      { thread: new URL('../src/ear.thread.ts', import.meta.url), clock: systemClock, log: console.error },
      ended.signal,
    )
    await until(() => hearing.rooms === size)
    await speak(network, { rate: load.rate, seconds: 5 + size / 50 }) // the rooms come, and grow quiet
    const before = earTime()
    const waits: number[] = []
    const talking = speak(network, load)
    for (let nth = 0; nth < words; nth++) {
      await new Promise((done) => setTimeout(done, (load.seconds * 800) / words))
      waits.push(await untilHeard(network, owner, Math.floor((nth * size) / words)))
    }
    await talking
    const cpu = (earTime() - before) / 1e6 / (load.rate * load.seconds)
    const lines = network.listeners
    ended.abort()
    await hearing.done
    return { size, lines, cpu, waits }
  } finally {
    ended.abort()
    await owner.end()
    await opened.close()
    await network.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Of all threads but this one, microseconds. */
const earTime = () => {
  const [all, mine] = [process.cpuUsage(), process.threadCpuUsage()]
  return all.user + all.system - mine.user - mine.system
}

async function furnish(db: Db, { pds, stream }: Network, { size, listeners }: { size: number; listeners: number }) {
  const seal = sealWith(secretKey)
  const at = new Date()
  for (let room = 0; room < size; room++) {
    const workspace = newId()
    const [user, kit] = [newId(), newId()]
    await db.in(workspace, async (tx) => {
      await tx.run(sql`insert into auth."user" (id, name, email) values (${user}, 'Kit', ${`${user}@acme.example`})`)
      await tx.run(sql`insert into workspace (id, name, created_at) values (${workspace}, 'Acme', ${at})`)
      await tx.run(sql`
        insert into teammate (id, workspace_id, user_id, name, role, joined_at) values (${kit}, ${workspace}, ${user}, 'Kit', 'owner', ${at})`)
      const settings = { handle: account.handle, service: pds, stream, directory: pds }
      const session = {
        did: accountOf(room),
        handle: account.handle,
        accessJwt: 'a',
        refreshJwt: 'b',
        active: true,
        pds: null,
      }
      const secret = { password: account.password, session }
      await addRoom(
        tx,
        {
          id: newId(),
          channel: 'bluesky',
          address: accountOf(room),
          name: 'acme',
          account: null,
          settings,
          secret,
          demo: false,
          at,
          by: kit,
        },
        seal,
      )
      for (const { id, query } of queriesThatNeverMatch(listeners))
        await addListener(tx, { id: newId(), name: id, query: `${query}${room}`, rooms: null, createdAt: at, by: kit })
    })
  }
}

async function speak(network: Network, { rate, seconds }: Load): Promise<void> {
  let said: Said | null = null
  const began = performance.now()
  for (let count = 0; count < rate * seconds; ) {
    const due = Math.min(rate * seconds, ((performance.now() - began) / 1000) * rate)
    for (; count < due; count++)
      said = network.say({
        author: 1 + (count % 1_000),
        text: sentence(count),
        inReplyTo: count % 2 === 0 ? said : null,
        to: null,
      })
    await new Promise((done) => setTimeout(done, 2))
  }
}

const sentence = (number: number) => `the bread of ${number} mornings was warm, and nobody knew why`

/** Says something to the account of one room, and gives after how many milliseconds that holds it. */
async function untilHeard(network: Network, owner: pg.Client, room: number): Promise<number> {
  const said = network.say({ author: 1, text: 'good morning to you', inReplyTo: null, to: accountOf(room) })
  await until(async () => {
    const { rows } = await owner.query('select from message where external_id = $1', [said.uri])
    return rows.length === 1
  })
  return performance.timeOrigin + performance.now() - said.at
}

if (import.meta.main) await report(about, run)
