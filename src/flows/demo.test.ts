import { expect, test } from 'vitest'
import { ada, at, noon, said } from '../../test/cast.ts'
import { freshDatabase, freshWorkspace } from '../../test/database.ts'
import { array, type Db, sql } from '../db/db.ts'
import type { Said } from '../domain/message/heard.ts'
import { add } from '../domain/room/room.store.ts'
import { type Id, newId } from '../lib/ids.ts'
import { sealWith } from '../lib/seal.ts'
import { buildTown, removeTown } from './demo.ts'
import { hear } from './hear.ts'
import { scripts } from './town/play.ts'

const { db } = await freshDatabase()
const hour = 3_600_000
/** For those who only look. */
const standing = await town()

test('a town of some size stands', async () => {
  const { built } = standing
  expect(built).toEqual({
    is: 'built',
    rooms: 3,
    conversations: Object.values(scripts).flat().length,
    messages: expect.any(Number),
  })
  if (built.is !== 'built') return
  expect(built.conversations).toBeGreaterThanOrEqual(45)
  expect(built.messages).toBeGreaterThanOrEqual(120)
})

// A statement takes about a third of a millisecond: the town stands within a second.
test('it is built in no more than 2,500 statements', async () => {
  let asked = 0
  const counting = <A extends unknown[], B>(ask: (...args: A) => B) => {
    return (...args: A) => {
      asked++
      return ask(...args)
    }
  }
  const watched: Db = {
    ...db,
    in: (id, work) =>
      db.in(id, (tx) =>
        work({ ...tx, row: counting(tx.row), rows: counting(tx.rows), run: counting(tx.run) } as typeof tx),
      ),
  }
  const { workspace, kit } = await freshWorkspace(db)
  await buildTown(watched, { workspace, teammate: kit, at: noon }, newId)
  expect(asked).toBeLessThanOrEqual(2_500)
})

test('a newcomer sees every state', async () => {
  const { rows } = standing
  const states = await rows<{ state: string; many: number }>(
    sql`select state, count(*) as many from conversation group by state order by many desc`,
  )
  expect(states.map(({ state }) => state)).toEqual(['done', 'open', 'noted', 'waiting', 'snoozed'])
  expect(
    await rows(sql`select o.state, o.why is not null as why, c.trouble from outbox o join reply r on r.id = reply_id join conversation c on c.id = conversation_id
    where o.state <> 'sent' order by 1`),
  ).toEqual([
    { state: 'refused', why: true, trouble: 'refused' },
    { state: 'unknown', why: true, trouble: 'unknown' },
  ])
  expect(await rows(sql`select from conversation where state = 'snoozed' and snoozed_until <= ${noon}`)).toEqual([])
  expect(
    (await rows(sql`select from conversation where state = 'open' and assignee_id is not null`)).length,
  ).toBeGreaterThan(1)
  expect((await rows(sql`select from note`)).length).toBeGreaterThan(10)
})

test('about fourteen people wait, for minutes and for days', async () => {
  const { rows } = standing
  const waits = (
    await rows<{ since: Date }>(
      sql`select waiting_since as since from conversation where state = 'open' and waiting_since is not null order by 1`,
    )
  ).map(({ since }) => noon.getTime() - since.getTime())
  expect(waits.length).toBeGreaterThanOrEqual(12)
  expect(waits.length).toBeLessThanOrEqual(16)
  expect(waits[0]).toBeGreaterThan(72 * hour)
  expect(waits.at(-1)).toBeLessThan(hour / 4)
})

test('nobody speaks in the future, and the month is full', async () => {
  const { rows } = standing
  expect(await rows(sql`select from message where at > ${noon} or heard_at < at`)).toEqual([])
  const [{ days } = { days: 0 }] = await rows<{ days: number }>(
    sql`select count(distinct at::date) as days from message`,
  )
  expect(days).toBeGreaterThan(25)
})

test('what we said stands in its thread, by its teammate', async () => {
  const { rows, kit } = standing
  const unheard = await rows(sql`
    select r.text from reply r join outbox o on o.reply_id = r.id
    where o.state = 'sent' and o.external_id is not null and not exists (
      select from message m where m.reply_id = r.id and m.us and m.conversation_id = r.conversation_id and r.by = ${kit})`)
  expect(unheard).toEqual([])
})

test("a colleague says Ana's part only where one was named", async () => {
  const { workspace, kit, rows } = await empty()
  const ana = await colleague(workspace)
  await buildTown(db, { workspace, teammate: kit, ana, at: noon }, newId)
  const [{ hers } = { hers: 0 }] = await rows<{ hers: number }>(
    sql`select count(*) as hers from reply where by = ${ana}`,
  )
  expect(hers).toBeGreaterThan(4)
})

test('the same hour makes the same town', async () => {
  expect(await portrait(await town())).toEqual(await portrait(standing))
})

test('a second town is refused, also to two who ask at once', async () => {
  const { workspace, kit } = await empty()
  const ask = () => buildTown(db, { workspace, teammate: kit, at: noon }, newId)
  const both = await Promise.all([ask(), ask()])
  expect(both.map(({ is }) => is).sort()).toEqual(['built', 'refused'])
  expect(await ask()).toEqual({
    is: 'refused',
    why: 'The pretend town is here already. Remove it first to have a fresh one.',
  })
})

test('it never stands beside real rooms', async () => {
  const { workspace, kit, rows } = await empty()
  await realRoom(workspace, kit)
  const before = await everything(workspace)
  expect(await buildTown(db, { workspace, teammate: kit, at: noon }, newId)).toEqual({
    is: 'refused',
    why: 'This workspace has rooms of its own, and the pretend town never stands beside real people. Make it in an empty workspace.',
  })
  expect(await everything(workspace)).toEqual(before)
  expect(await rows(sql`select from room where demo`)).toEqual([])
})

test('removed, nothing of it is left', async () => {
  const { workspace, kit } = await empty()
  const before = await everything(workspace)
  await buildTown(db, { workspace, teammate: kit, at: noon }, newId)
  expect(await everything(workspace)).not.toEqual(before)
  expect(await removeTown(db, workspace)).toBe(3)
  expect(await everything(workspace)).toEqual(before)
  expect(await removeTown(db, workspace)).toBe(0)
})

test('removing it takes no row of what came later and is real, here or in another workspace', async () => {
  const { workspace, kit, rows } = await town()
  const neighbours = await everything(standing.workspace)
  const townsfolk = await rows<{ id: Id }>(sql`select id from person`)
  await realRoom(workspace, kit)
  // Somebody who was in no conversation yet, and a listener with no room: real all the same.
  await rows(
    sql`insert into person (id, workspace_id, name, met_at) values (${newId()}, ${workspace}, 'Met at the market', ${noon})`,
  )
  await rows(
    sql`insert into listener (id, workspace_id, name, query, created_at) values (${newId()}, ${workspace}, 'Cake', 'cake', ${noon})`,
  )
  const real = await realRows(workspace, townsfolk)

  await removeTown(db, workspace)

  expect(await everything(workspace)).toEqual(real)
  expect(real.message).toHaveLength(1)
  expect(real.person).toHaveLength(2)
  expect(await everything(standing.workspace)).toEqual(neighbours)
})

for (const kept of ['test', 'town']) {
  test(`made one with a real person, somebody of the town leaves that person here (kept: the one of ${kept})`, async () => {
    const { workspace, kit, rows } = await town()
    await realRoom(workspace, kit)
    const known = await rows<{ id: Id; channel: string }>(sql`
      select person_id as id, channel from identity where channel = 'test' or handle = 'rosa.marques' and channel = 'town'`)
    const [keep] = known.filter(({ channel }) => channel === kept)
    const [absorb] = known.filter(({ channel }) => channel !== kept)
    for (const table of ['message', 'identity', 'conversation']) {
      await rows(sql`update ${sql.raw(table)} set person_id = ${keep?.id} where person_id = ${absorb?.id}`)
    }
    await rows(sql`delete from person where id = ${absorb?.id}`)
    await removeTown(db, workspace)
    expect(await rows(sql`select id from person`)).toEqual([{ id: keep?.id }])
    expect(await rows(sql`select channel from identity`)).toEqual([{ channel: 'test' }])
  })
}

test('open screens are told that it went', async () => {
  const { workspace, kit, rows } = await town()
  await removeTown(db, workspace, { by: kit, at: noon })
  expect(await rows(sql`select kind, by, detail from happening`)).toEqual([
    { kind: 'room', by: kit, detail: { is: 'left', name: 'The pretend town' } },
  ])
})

async function empty() {
  const { workspace, kit } = await freshWorkspace(db)
  const rows = <T>(query: ReturnType<typeof sql<T>>) => db.in(workspace, (tx) => tx.rows(query))
  return { workspace, kit, rows }
}

async function town() {
  const place = await empty()
  return { ...place, built: await buildTown(db, { workspace: place.workspace, teammate: place.kit, at: noon }, newId) }
}

async function realRoom(workspace: Id, kit: Id): Promise<void> {
  const id = newId()
  await db.in(workspace, (tx) =>
    add(
      tx,
      {
        id,
        channel: 'test',
        address: id,
        name: 'Real',
        account: null,
        settings: {},
        secret: null,
        demo: false,
        at: noon,
        by: kit,
      },
      sealWith('k'),
    ),
  )
  const message: Said = said('a', ada, 'a real question', { at: noon })
  await hear(
    db,
    { workspace, room: { id, channel: 'test' }, heard: [{ is: 'said', message }], at: at(1), listening: () => [] },
    newId,
  )
}

async function colleague(workspace: Id): Promise<Id> {
  const [id, user] = [newId(), newId()]
  await db.in(workspace, async (tx) => {
    await tx.run(sql`insert into auth."user" (id, name, email) values (${user}, 'Ana', ${`${user}@acme.example`})`)
    await tx.run(
      sql`insert into teammate (id, workspace_id, user_id, name, role, joined_at) values (${id}, ${workspace}, ${user}, 'Ana', 'teammate', ${noon})`,
    )
  })
  return id
}

/** How a town looks, without the ids that are new each time. */
const portrait = ({ rows }: Awaited<ReturnType<typeof empty>>) =>
  Promise.all([
    rows(sql`
      select c.thread_key, c.state, c.state_at, c.snoozed_until, c.waiting_since, c.trouble, c.reasons, c.title, c.preview, c.messages, p.name
      from conversation c left join person p on p.id = c.person_id order by 1`),
    rows(
      sql`select external_id, parent_external_id, at, heard_at, text, langs, images, us, reasons from message order by 1`,
    ),
    rows(sql`select kind, at from happening order by id`),
    rows(sql`select text, at from note order by at, text`),
    rows(sql`select name, account, heard_at, event_at from room order by 1`),
  ])

const tables = [
  'room',
  'listener',
  'person',
  'identity',
  'conversation',
  'message',
  'note',
  'reply',
  'outbox',
  'happening',
  'teammate',
  'workspace',
] as const
type Rows = Record<(typeof tables)[number], string[]>

/** Every row of a workspace, as checksums. */
const everything = (workspace: Id): Promise<Rows> => checksums(workspace, () => sql`true`)

/** The rows that have nothing to do with the town. */
function realRows(workspace: Id, townsfolk: readonly { id: Id }[]): Promise<Rows> {
  const people = array(
    townsfolk.map(({ id }) => id),
    'uuid',
  )
  const inTown = sql`room_id in (select id from room where demo)`
  const ofTown = sql`conversation_id in (select id from conversation where ${inTown})`
  return checksums(workspace, (table) => {
    switch (table) {
      case 'room':
      case 'listener':
        return sql`not demo`
      case 'person':
        return sql`not id = any(${people})`
      case 'identity':
        return sql`not person_id = any(${people})`
      case 'conversation':
      case 'message':
      case 'outbox':
        return sql`not ${inTown}`
      case 'note':
      case 'reply':
        return sql`not ${ofTown}`
      case 'happening':
        return sql`not coalesce(${inTown}, false) and not coalesce(${ofTown}, false)`
      case 'teammate':
      case 'workspace':
        return sql`true`
    }
  })
}

async function checksums(workspace: Id, which: (table: keyof Rows) => ReturnType<typeof sql>): Promise<Rows> {
  const found = await db.in(workspace, async (tx) => {
    const sums: [string, string[]][] = []
    for (const table of tables) {
      const rows = await tx.rows<{ sum: string }>(
        sql`select md5(it::text) as sum from (select * from ${sql.raw(table)} where ${which(table)}) it order by 1`,
      )
      sums.push([table, rows.map(({ sum }) => sum)])
    }
    return sums
  })
  return Object.fromEntries(found) as Rows
}
