import { expect, test } from 'vitest'
import { ada, at, bo, noon, said } from '../../test/cast.ts'
import { freshDatabase, freshWorkspace } from '../../test/database.ts'
import { array, sql } from '../db/db.ts'
import type { Said } from '../domain/message/heard.ts'
import { add } from '../domain/room/room.store.ts'
import { type Id, newId } from '../lib/ids.ts'
import { sealWith } from '../lib/seal.ts'
import { buildTown, removeTown } from './demo.ts'
import { hear } from './hear.ts'

const { db } = await freshDatabase()

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

test('removed, nothing of it is left but the word that it went', async () => {
  const { workspace, kit, rows } = await empty()
  const before = await everything(workspace)
  await buildTown(db, { workspace, teammate: kit, at: noon }, newId)
  expect(await everything(workspace)).not.toEqual(before)
  expect(await removeTown(db, workspace, { by: kit, at: noon })).toBe(3)
  const { happening: told, ...after } = await everything(workspace)
  expect({ ...after, happening: [] }).toEqual(before)
  expect(told).toHaveLength(1)
  expect(await rows(sql`select kind, by, detail from happening`)).toEqual([
    { kind: 'room', by: kit, detail: { is: 'left', name: 'The pretend town' } },
  ])
  expect(await removeTown(db, workspace, { by: kit, at: noon })).toBe(0)
})

test('removing it takes no row of what came later and is real, here or in another workspace', async () => {
  const { workspace, kit, rows } = await town()
  const neighbour = await town()
  const neighbours = await everything(neighbour.workspace)
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
  expect(await everything(neighbour.workspace)).toEqual(neighbours)
})

test('made one with a real person, somebody of the town leaves that person here', async () => {
  const { workspace, kit, rows } = await town()
  await realRoom(workspace, kit, ada)
  await realRoom(workspace, kit, bo)
  const identities = await rows<{ personId: Id; handle: string }>(sql`
    select person_id, handle from identity
    where handle in ('ada.example', 'bo.example') or channel = 'town' and handle in ('rosa.marques', 'yuki')`)
  const of = (handle: string) => identities.find((it) => it.handle === handle)?.personId
  const merged = [
    { keep: of('ada.example'), absorb: of('rosa.marques') },
    { keep: of('yuki'), absorb: of('bo.example') },
  ]
  for (const { keep, absorb } of merged) {
    for (const table of ['message', 'identity', 'conversation']) {
      await rows(sql`update ${sql.raw(table)} set person_id = ${keep} where person_id = ${absorb}`)
    }
    await rows(sql`delete from person where id = ${absorb}`)
  }
  await removeTown(db, workspace)
  expect((await rows<{ id: Id }>(sql`select id from person`)).map(({ id }) => id).sort()).toEqual(
    merged.map(({ keep }) => keep).sort(),
  )
  expect(await rows(sql`select handle from identity order by 1`)).toEqual([
    { handle: 'ada.example' },
    { handle: 'bo.example' },
  ])
})

async function empty() {
  const { workspace, kit } = await freshWorkspace(db)
  const rows = <T>(query: ReturnType<typeof sql<T>>) => db.in(workspace, (tx) => tx.rows(query))
  return { workspace, kit, rows }
}

async function town() {
  const place = await empty()
  await buildTown(db, { workspace: place.workspace, teammate: place.kit, at: noon }, newId)
  return place
}

async function realRoom(workspace: Id, kit: Id, author = ada): Promise<void> {
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
  const message: Said = said('a', author, 'a real question')
  await hear(
    db,
    { workspace, room: { id, channel: 'test' }, heard: [{ is: 'said', message }], at: at(1), listening: () => [] },
    newId,
  )
}

const tables = [
  'room',
  'listener',
  'person',
  'identity',
  'person_join',
  'tie',
  'moment',
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
      case 'tie':
      case 'moment':
        return sql`not person_id = any(${people})`
      case 'person_join':
        return sql`not absorbed_id = any(${people}) and not kept_id = any(${people})`
      case 'conversation':
      case 'message':
      case 'outbox':
        return sql`not ${inTown}`
      case 'note':
      case 'reply':
        return sql`not ${ofTown}`
      case 'happening':
        return sql`not coalesce(${inTown}, false) and not coalesce(${ofTown}, false) and not coalesce(person_id = any(${people}), false)`
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
