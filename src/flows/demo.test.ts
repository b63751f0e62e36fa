import { expect, test } from 'vitest'
import { noon } from '../../test/cast.ts'
import { freshDatabase, freshWorkspace } from '../../test/database.ts'
import { type Db, sql, type Tx } from '../db/db.ts'
import { type Id, newId } from '../lib/ids.ts'
import { buildTown } from './demo.ts'
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

// At 0.4 ms a statement, measured on two busy cores, the town stands in a second.
test('it was built in no more than 2,500 statements', () => {
  expect(standing.statements).toBeLessThanOrEqual(2_500)
  expect(standing.statements).toBeGreaterThan(100)
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

test('about sixteen people wait, for minutes and for days', async () => {
  const { rows } = standing
  const waits = (
    await rows<{ since: Date }>(
      sql`select waiting_since as since from conversation where state = 'open' and waiting_since is not null order by 1`,
    )
  ).map(({ since }) => noon.getTime() - since.getTime())
  expect(waits.length).toBeGreaterThanOrEqual(14)
  expect(waits.length).toBeLessThanOrEqual(18)
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

async function empty() {
  const { workspace, kit } = await freshWorkspace(db)
  const rows = <T>(query: ReturnType<typeof sql<T>>) => db.in(workspace, (tx) => tx.rows(query))
  return { workspace, kit, rows }
}

async function town() {
  const place = await empty()
  let statements = 0
  const counted = <A extends unknown[], B>(ask: (...args: A) => B) => {
    return (...args: A) => {
      statements++
      return ask(...args)
    }
  }
  const counting: Db = {
    ...db,
    in: (id, work) =>
      db.in(id, (tx) => work({ ...tx, row: counted(tx.row), rows: counted(tx.rows), run: counted(tx.run) } as Tx)),
  }
  const built = await buildTown(counting, { workspace: place.workspace, teammate: place.kit, at: noon }, newId)
  return { ...place, built, statements }
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
