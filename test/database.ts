/** A real PostgreSQL for tests: one embedded server a run, a fresh database of our schema a test file. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { type Db, openDb, sql } from '../src/db/db.ts'
import { openEmbedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { newId } from '../src/lib/ids.ts'

declare module 'vitest' {
  interface ProvidedContext {
    ownerUrl: string
    programUrl: string
  }
}

/** Vitest calls it once before all files; what it gives is called after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-test-'))
  const server = await openEmbedded(folder)
  await migrate(server.ownerUrl)
  project.provide('ownerUrl', server.ownerUrl)
  project.provide('programUrl', server.url)
  return async () => {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A database of its own, dropped after the file's last test. Both URLs lead to it. */
export async function freshDatabase(): Promise<{ db: Db; ownerUrl: string; url: string }> {
  const name = `t_${newId().replaceAll('-', '')}`
  const owner = new pg.Client({ connectionString: inject('ownerUrl').replace(/\/earshot$/, '/postgres') })
  await owner.connect()
  await owner.query('select pg_advisory_lock(1)') // a template can be copied by one at a time
  await owner.query(`create database ${name} template earshot`)
  await owner.query('select pg_advisory_unlock(1)')
  const url = inject('programUrl').replace(/\/earshot$/, `/${name}`)
  const db = openDb(url)
  afterAll(async () => {
    await db.close()
    await owner.query(`drop database if exists ${name} with (force)`)
    await owner.end()
  })
  return { db, ownerUrl: inject('ownerUrl').replace(/\/earshot$/, `/${name}`), url }
}

/** A workspace with one teammate, Kit, who owns it. */
export async function freshWorkspace(db: Db): Promise<{ workspace: string; kit: string }> {
  const [workspace, kit, user] = [newId(), newId(), newId()]
  const at = new Date('2026-06-01T08:00:00Z')
  await db.in(workspace, async (tx) => {
    await tx.run(sql`insert into auth."user" (id, name, email) values (${user}, 'Kit', ${`kit-${user}@acme.example`})`)
    await tx.run(sql`insert into workspace (id, name, created_at) values (${workspace}, 'Acme', ${at})`)
    await tx.run(
      sql`insert into teammate (id, workspace_id, user_id, name, role, joined_at) values (${kit}, ${workspace}, ${user}, 'Kit', 'owner', ${at})`,
    )
  })
  return { workspace, kit }
}
