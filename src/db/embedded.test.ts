import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { openEmbedded } from './embedded.ts'
import { openDatabase } from './open.ts'
import { bePresent } from './presence.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
function fresh(): string {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-embedded-'))
  folders.push(folder)
  return folder
}

const postmaster = (folder: string) =>
  Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

async function ask(url: string, query: string) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(query)).rows
  } finally {
    await client.end()
  }
}

test('two who open one folder share its server, and the last to leave stops it', async () => {
  const folder = fresh()
  const [first, second] = await Promise.all([openEmbedded(folder), openEmbedded(folder)])
  const pid = postmaster(folder)
  await ask(first.ownerUrl, 'create table kept (it text)')
  await first.close()
  expect(await ask(second.ownerUrl, 'select * from kept')).toEqual([])
  expect(postmaster(folder)).toBe(pid)
  await second.close()
  await expect(ask(second.ownerUrl, 'select 1')).rejects.toThrow()
})

test('a server that was killed comes back with all that was committed', async () => {
  const folder = fresh()
  const before = await openEmbedded(folder)
  await ask(before.ownerUrl, `create table kept as select 'here' as it`)
  process.kill(postmaster(folder), 'SIGKILL')
  await new Promise((done) => setTimeout(done, 500))
  const after = await openEmbedded(folder)
  expect(await ask(after.ownerUrl, 'select it from kept')).toEqual([{ it: 'here' }])
  await after.close()
})

test('it syncs to the disk, and the program is not its superuser', async () => {
  const opened = await openDatabase({ data: fresh(), databaseUrl: null })
  expect(
    await ask(
      opened.ownerUrl,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
    ),
  ).toEqual([{ fsync: 'on', commit: 'on' }])
  expect(await ask(opened.db.url, `select usesuper from pg_user where usename = session_user`)).toEqual([
    { usesuper: false },
  ])
  await opened.close()
})

test('who holds a lock is known by name, and the lock ends with its holder', async () => {
  const opened = await openDatabase({ data: fresh(), databaseUrl: null })
  const kit = await bePresent(opened.db.url, 'kit', Math.random)
  const ana = await bePresent(opened.db.url, 'ana', Math.random)
  expect([await kit.take('the folder'), await ana.take('the folder'), await ana.holder('the folder')]).toEqual([
    true,
    false,
    'kit',
  ])
  await kit.close()
  expect([await ana.take('the folder'), await ana.holder('the folder')]).toEqual([true, 'ana'])
  await ana.close()
  await opened.close()
})

test('a folder that can not be written, and a server that is not there, are said in words', async () => {
  await expect(openDatabase({ data: '/dev/null/data', databaseUrl: null })).rejects.toThrow(
    'EARSHOT_DATA is /dev/null/data',
  )
  await expect(openDatabase({ data: '', databaseUrl: 'postgres://x:y@127.0.0.1:1/z' })).rejects.toThrow(
    "DATABASE_URL can't be reached",
  )
})
