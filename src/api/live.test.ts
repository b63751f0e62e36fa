/** What one process commits comes to open screens in the order in which it happened. */
import { expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../test/database.ts'
import type { Db } from '../db/db.ts'
import { bePresent } from '../db/presence.ts'
import { record } from '../domain/happening/happening.store.ts'
import { openLive } from './live.ts'

const { db, url } = await freshDatabase()

test('what happened first is told first, though reading it took longer', async () => {
  const { workspace } = await freshWorkspace(db)
  const presence = await bePresent(url, 'test', Math.random)
  const live = await openLive(slowAtFirst(db), presence, () => {})
  const told: string[] = []
  const both = new Promise<void>((resolve) => {
    live.join(workspace, (happened) => {
      told.push(...(happened ?? []).map(({ kind }) => kind))
      if (told.length === 2) resolve()
    })
  })

  const at = new Date('2026-06-01T12:00:00Z')
  await db.in(workspace, (tx) => record(tx, [{ kind: 'heard', at, by: null }]))
  await db.in(workspace, (tx) => record(tx, [{ kind: 'sent', at, by: null }]))
  await both
  await presence.close()
  expect(told).toEqual(['heard', 'sent'])
})

test('a screen that leaves twice does not take along the one that came in between', async () => {
  const { workspace } = await freshWorkspace(db)
  const presence = await bePresent(url, 'test', Math.random)
  const live = await openLive(db, presence, () => {})
  const leave = live.join(workspace, () => {})
  leave()
  const told = new Promise((resolve) => live.join(workspace, resolve))
  leave()
  await db.in(workspace, (tx) => record(tx, [{ kind: 'heard', at: new Date('2026-06-01T12:00:00Z'), by: null }]))
  expect(await told).toMatchObject([{ kind: 'heard' }])
  await presence.close()
})

/** Its first transaction takes a while to begin. */
function slowAtFirst(db: Db): Db {
  let used = 0
  return {
    ...db,
    look: async (workspace, work) => {
      if (used++ === 0) await new Promise((resolve) => setTimeout(resolve, 200))
      return db.look(workspace, work)
    },
  }
}
