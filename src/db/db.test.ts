/** What fails in a transaction is told by what failed first, and statements that come again stay planned. */
import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { openDb, sql } from './db.ts'

const { url } = await freshDatabase()
const db = openDb(url, { connections: 1 })
afterAll(() => db.close())
const workspace = randomUUID()

test('what failed first is told, and not what failed because of it', async () => {
  const again = sql<{ said: number }>`select ${7}::int as said`
  const work = db.in(workspace, async (tx) => {
    tx.send(sql`select 1 / 0`)
    // Never planned, since it fails; the second is sent before that is known, and fails for want of its plan.
    tx.send(again)
    await tx.rows(again)
  })
  await expect(work).rejects.toThrow('division by zero')
  expect(await db.in(workspace, (tx) => Promise.all([tx.rows(again), tx.rows(again)]))).toEqual([
    [{ said: 7 }],
    [{ said: 7 }],
  ])
})

test('what nobody waited for and failed fails the transaction', async () => {
  const work = db.in(workspace, async (tx) => {
    tx.send(sql`select 1 / 0`)
  })
  await expect(work).rejects.toThrow('division by zero')
})

test('a statement that comes again is planned once a connection', async () => {
  const ask = () => db.in(workspace, (tx) => tx.rows(sql`select ${'cake'}::text as wish`))
  await ask()
  await ask()
  const kept = await db.outside((tx) =>
    tx.rows<{ statement: string }>(sql`select statement from pg_prepared_statements where statement like '%as wish'`),
  )
  expect(kept).toEqual([{ statement: 'select $1::text as wish' }])
})
