import { mkdtempSync, rmSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { acme, ada, at, bo, noon, said } from '../../test/cast.ts'
import { freshDatabase, freshWorkspace } from '../../test/database.ts'
import { write } from '../domain/reply/reply.store.ts'
import { add } from '../domain/room/room.store.ts'
import { hear } from '../flows/hear.ts'
import { newId } from '../lib/ids.ts'
import { sealWith } from '../lib/seal.ts'
import { backup, restore } from './backup.ts'
import { framesOf, verify, written } from './backup-file.ts'
import { type Db, sql } from './db.ts'

const old = await freshDatabase()
const folder = mkdtempSync(join(tmpdir(), 'earshot-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const path = join(folder, 'desk.backup')
const about = { version: '1.0.0', at: noon, secretKey: null }
const { workspace, replies } = await lived(old.db)

/** A desk with something of everything that is hard to copy: marks, other scripts, arrays, secrets, replies on their way. */
async function lived(db: Db) {
  const { workspace, kit } = await freshWorkspace(db)
  const room = newId()
  const secret = { password: 'hunter2' }
  await db.in(workspace, (tx) =>
    add(
      tx,
      {
        id: room,
        channel: 'test',
        address: 'square',
        name: 'The square',
        account: null,
        settings: { a: [1] },
        secret,
        demo: false,
        at: noon,
        by: kit,
      },
      sealWith('k'),
    ),
  )
  const messages = [
    said('a', ada, 'tab\there, \\N, \\. and\nnew line 🎂', { links: ['https://a.example/"x"', '{b}'] }),
    said('b', bo, 'second', { inReplyTo: 'a', at: at(1) }),
    said('c', acme, 'ours', { inReplyTo: 'a', at: at(2) }),
  ]
  await hear(
    db,
    {
      workspace,
      room: { id: room, channel: 'test' },
      heard: messages.map((message) => ({ is: 'said', message })),
      at: at(60),
      listening: () => [],
    },
    newId,
  )
  const replies: Record<string, string> = {}
  for (const state of ['queued', 'sending', 'sent'] as const) {
    const id = newId()
    replies[state] = id
    await db.in(workspace, async (tx) => {
      const message = await tx.row<{ id: string; conversationId: string }>(
        sql`select id, conversation_id from message where external_id = 'a'`,
      )
      if (!message) throw new Error('not heard')
      const reply = {
        id,
        conversationId: message.conversationId,
        roomId: room,
        inReplyTo: message.id,
        by: kit,
        at: noon,
        text: state,
        key: id,
        leavesAt: noon,
        externalId: null,
      }
      await write(tx, { ...reply, state: state === 'sending' ? 'queued' : state })
      if (state === 'sending')
        await tx.run(
          sql`update outbox set state = 'sending', worker = 7, leased_until = ${at(1)} where reply_id = ${id}`,
        )
    })
  }
  return { workspace, replies }
}

test('a desk comes back as it was', async () => {
  const made = await backup(old.ownerUrl, path, about)
  const fresh = await freshDatabase()
  const restored = await restore(fresh.ownerUrl, path, at(90))
  expect(restored).toMatchObject({ rows: made.rows, unsure: 2, header: { version: '1.0.0', secretKey: null } })

  const again = join(folder, 'again.backup')
  await backup(fresh.ownerUrl, again, about)
  const sums = async (file: string) =>
    (await verify(file)).manifest.tables.filter(({ name }) => !/outbox|conversation/.test(name))
  expect(await sums(again)).toEqual(await sums(path))
  expect((await sums(path)).find(({ name }) => name === 'earshot.message')?.rows).toBe(3)
})

test('a reply that was on its way waits for a person, and is not said twice', async () => {
  await backup(old.ownerUrl, path, about)
  const fresh = await freshDatabase()
  await restore(fresh.ownerUrl, path, at(90))
  const outbox = await fresh.db.in(workspace, (tx) =>
    tx.rows(sql`select reply_id, state, why from outbox order by reply_id`),
  )
  const why = 'Restored from a backup: check before sending again.'
  expect(outbox).toEqual([
    { replyId: replies.queued, state: 'unknown', why },
    { replyId: replies.sending, state: 'unknown', why },
    { replyId: replies.sent, state: 'sent', why: null },
  ])
  const [conversation] = await fresh.db.in(workspace, (tx) =>
    tx.rows(sql`select state, trouble from conversation where thread_key = 'a'`),
  )
  expect(conversation).toEqual({ state: 'open', trouble: 'unknown' })
})

test('after a restore what happens next is numbered on', async () => {
  await backup(old.ownerUrl, path, about)
  const fresh = await freshDatabase()
  await restore(fresh.ownerUrl, path, at(90))
  const [next] = await fresh.db.in(workspace, (tx) =>
    tx.rows<{ id: number; before: number }>(
      sql`insert into happening (workspace_id, at, kind) values (${workspace}, now(), 'x') returning id, (select max(id) from happening) as before`,
    ),
  )
  expect(next?.id).toBe((next?.before ?? 0) + 1)
})

test('a desk with a workspace is not restored over', async () => {
  await backup(old.ownerUrl, path, about)
  await expect(restore(old.ownerUrl, path, at(90))).rejects.toThrow(
    'This desk is not empty: it holds the workspace "Acme"',
  )
})

test('a truncated file is told, wherever it ends', async () => {
  await backup(old.ownerUrl, path, about)
  const whole = await readFile(path)
  const fresh = await freshDatabase()
  const cut = join(folder, 'cut.backup')
  for (const size of [10, Math.floor(whole.length / 2), whole.length - 9, whole.length - 1]) {
    await writeFile(cut, whole.subarray(0, size))
    await expect(restore(fresh.ownerUrl, cut, at(90)), `${size} bytes`).rejects.toThrow('is not whole')
  }
})

test('a flipped bit is told, wherever it is', async () => {
  await backup(old.ownerUrl, path, about)
  const whole = await readFile(path)
  const flipped = join(folder, 'flipped.backup')
  // The first ten bytes are gzip's own: its time stamp may say what it likes.
  for (let at = 10; at < whole.length; at += 97) {
    const bytes = Buffer.from(whole)
    bytes[at] = (bytes[at] ?? 0) ^ 4
    await writeFile(flipped, bytes)
    await expect(verify(flipped), `byte ${at}`).rejects.toThrow(/is damaged|is not whole|is not a backup/)
  }
})

test.each(['"columns"', '"name"', '"tables"', '"rows"', '"sha256"', '"version"', '"migrations"', '"secretKey"'])(
  'a field whose name was damaged is told, though the rest can be read: %s',
  async (field) => {
    await backup(old.ownerUrl, path, about)
    const { gunzipSync, gzipSync } = await import('node:zlib')
    const whole = gunzipSync(await readFile(path))
    const at = whole.indexOf(field)
    expect(at).toBeGreaterThan(0)
    whole[at + 1] = (whole[at + 1] ?? 0) ^ 4
    const renamed = join(folder, 'renamed.backup')
    await writeFile(renamed, gzipSync(whole))
    await expect(verify(renamed)).rejects.toThrow(/is damaged|is not whole|is not a backup/)
  },
)

test('a file without its end, zipped again as whole, is told', async () => {
  await backup(old.ownerUrl, path, about)
  const { gzipSync } = await import('node:zlib')
  const frames = await Array.fromAsync(framesOf(path))
  const forged = join(folder, 'forged.backup')
  await writeFile(forged, gzipSync(Buffer.concat(frames.slice(0, -1).map(written))))
  await expect(verify(forged)).rejects.toThrow('is not whole')
  const withoutRows = frames.filter(
    (frame, at) => frame.is !== 'rows' || at !== frames.findIndex(({ is }) => is === 'rows'),
  )
  await writeFile(forged, gzipSync(Buffer.concat(withoutRows.map(written))))
  await expect(verify(forged)).rejects.toThrow('is damaged')
})

test.each([
  ['not a backup', 'is not a backup of Earshot'],
  ['', 'is not whole'],
])('the file %j is refused', async (text, why) => {
  const other = join(folder, 'other.txt')
  await writeFile(other, text)
  await expect(verify(other)).rejects.toThrow(why)
})
