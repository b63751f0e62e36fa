import { expect, test } from 'vitest'
import { ada, at, noon, said } from '../../test/cast.ts'
import { freshDatabase, freshWorkspace } from '../../test/database.ts'
import { type Db, sql, type Tx } from '../db/db.ts'
import { add } from '../domain/room/room.store.ts'
import { newId } from '../lib/ids.ts'
import { sealWith } from '../lib/seal.ts'
import { buildTown, removeTown } from './demo.ts'
import { hear } from './hear.ts'
import { scripts } from './town/play.ts'

const { db } = await freshDatabase()

async function town() {
  const { workspace, kit } = await freshWorkspace(db)
  const built = await buildTown(db, { workspace, teammate: kit, at: noon }, newId)
  const look = <T>(query: Parameters<typeof sql>[0], ...values: unknown[]) =>
    db.in(workspace, (tx) => tx.rows<T>(sql<T>(query, ...values)))
  return { workspace, kit, built, look }
}

test('a town of some size stands, quickly', async () => {
  const { workspace, kit } = await freshWorkspace(db)
  const started = performance.now()
  const built = await buildTown(db, { workspace, teammate: kit, at: noon }, newId)
  expect(performance.now() - started).toBeLessThan(2_000)
  expect(built).toMatchObject({ is: 'built', rooms: 3 })
  if (built.is === 'built') {
    expect(built.conversations).toBe(Object.values(scripts).flat().length)
    expect(built.conversations).toBeGreaterThanOrEqual(45)
    expect(built.messages).toBeGreaterThanOrEqual(120)
  }
})

test('a newcomer sees each state, and about fourteen people who wait', async () => {
  const { look } = await town()
  const states = await look<{ state: string; many: number }>`select state, count(*) as many from conversation group by state`
  expect(Object.fromEntries(states.map(({ state, many }) => [state, many]))).toMatchInlineSnapshot(`
    {
      "done": 21,
      "noted": 5,
      "open": 16,
      "snoozed": 2,
      "waiting": 5,
    }
  `)
  const waits = await look<{ waitingSince: Date }>`select waiting_since from conversation where state = 'open' and waiting_since is not null order by 1`
  expect(waits.length).toBeGreaterThanOrEqual(12)
  expect(waits.length).toBeLessThanOrEqual(16)
  expect(noon.getTime() - (waits[0]?.waitingSince.getTime() ?? 0)).toBeGreaterThan(3 * 24 * 3_600_000)
  expect(noon.getTime() - (waits.at(-1)?.waitingSince.getTime() ?? 0)).toBeLessThan(5 * 60_000)
  expect(await look`select state, count(*)::int as many from outbox group by state order by state`).toMatchInlineSnapshot(`
    [
      {
        "many": 1,
        "state": "refused",
      },
      {
        "many": 38,
        "state": "sent",
      },
      {
        "many": 1,
        "state": "unknown",
      },
    ]
  `)
})
