import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { at, noon, said } from '../../test/cast.ts'
import { freshDatabase } from '../../test/database.ts'
import { type Caller, colleague, founder, heldClock, openHouse, squareRoom } from '../../test/house.ts'
import { asked, outcomeIn, quill, quillWords, refuseAtDoor, sayHow, woo } from '../../test/quill.ts'
import { backup, restore } from '../db/backup.ts'
import { sql } from '../db/db.ts'
import { append, forgottenFile, read } from '../db/forgotten-file.ts'
import type { ForgottenLine } from '../domain/forgetting/forgotten.ts'
import { placeSome } from '../jobs/placing.ts'
import { newId } from '../lib/ids.ts'
import { forgetAgain } from './forget-person.ts'
import { grouping } from './group.ts'

const folder = mkdtempSync(join(tmpdir(), 'earshot-forget-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const { db, ownerUrl } = await freshDatabase()
const clock = heldClock(at(60))
const opened = await openHouse(db, clock)
const lines: ForgottenLine[] = []
opened.house.keepAside = async (more) => void lines.push(...more)
let kit: Caller
let person: string
let say: Awaited<ReturnType<typeof squareRoom>>['say']

beforeAll(async () => {
  kit = await founder(opened)
  say = (await squareRoom(opened, kit.workspace)).say
  await say(...quillWords)
  await placeSome({ ...opened.house, questions: grouping(newId) })
  const named = async (q: string) => (await kit.call('GET', `/people?q=@${q}`)).body.items?.[0]?.id as string
  person = await named('quillhandle.example')
  const other = await named('quillhandle.elsewhere')
  const { body } = await kit.call('POST', `/people/${person}/joins`, { other })
  await kit.call('DELETE', `/joins/${body.id}`)
  await kit.call('POST', `/people/${person}/refusals`, { other: await named('bo.example') })
  await kit.call('POST', `/people/${person}/joins`, { other })
  await kit.call('PUT', `/people/${person}/card`, { called: 'Quillcalled', reached: 'by quillmail' })
  await kit.call('PUT', `/people/${person}/tie`, { closeness: 'friend', everyDays: 7 })
  await kit.call('POST', `/people/${person}/deeds`, { kind: 'sent', text: 'Quilldeed' })
  await kit.call('POST', `/people/${person}/ladder`, { rung: 'watch', reason: 'Quillreason', until: '2026-07-01' })
  const buyer = { name: 'Quillname', channel: 'square', handle: 'quillhandle.example' }
  await kit.call('POST', '/orders', { number: 'Quill-1', placedAt: noon.toISOString(), what: 'Quillcake', buyer })
  await refuseAtDoor(db, kit, '{"type":"quill"}')
  await woo(db, kit, person, await named('bo.example'))
  const message = await idOf('at://did:quill/1')
  await kit.call('POST', `/people/${person}/moments`, { kind: 'hiccup', text: 'Quillmoment', message, onlyMe: true })
  await kit.call('PUT', `/messages/${message}/understanding`, { complaint: true })
  const talk = await talkOf('at://did:quill/1')
  await outcomeIn(db, kit, talk)
  const link = await asked(kit, talk)
  const keyed = { 'idempotency-key': 'one' }
  await kit.call(
    'POST',
    `/conversations/${talk}/replies`,
    { text: `Dear Quillname, we look ${link}`, inReplyTo: message },
    keyed,
  )
  await sayHow(opened.app, link, 'Quillverdict')
  await kit.call('POST', `/conversations/${talk}/notes`, { text: 'Quillname is patient' }, { 'idempotency-key': 'two' })
  await kit.call('POST', `/conversations/${talk}/closure`, undefined, { 'idempotency-key': 'three' })
  await backup(ownerUrl, join(folder, 'before.backup'), { version: '1.0.0', at: noon, secretKey: null })
})

test('everything that is held of a person is shown: each table in which something of them lies', async () => {
  const { body } = await kit.call('GET', `/people/${person}/everything`)
  const { held } = body as unknown as { held: Record<string, Record<string, unknown>[]> }
  const full = Object.entries(held).filter(([, rows]) => rows.length > 0)
  expect(full.map(([section]) => section)).toEqual([
    ...['about', 'names', 'links', 'messages', 'replies', 'notes', 'moments', 'orders', 'ties'],
    ...['wooings', 'deeds', 'introductions', 'rungs', 'outcomes', 'codes', 'verdicts'],
    ...['joins', 'notTheSame', 'questions', 'happened'],
  ])
  for (const word of [
    'Quillwords elsewhere',
    'Dear Quillname, we look',
    'Quillname is patient',
    'Quillmoment',
    'quillbio',
    'Quilldeed',
    'Quillcake',
    'Quillreason',
    'Quillinterest',
    'Quilloutcome',
    'QUILL1',
    'Quillverdict',
  ])
    expect(JSON.stringify(held)).toContain(word)
  expect(JSON.stringify(held)).not.toContain('Mine is late too')
  const page = (await kit.call('GET', `/people/${person}/everything.html`)).body as unknown as string
  expect(page).toContain('Quillmoment')
})

test('of every table that names a person it is known how it is shown and how it is erased', async () => {
  const rows = await db.outside((tx) =>
    tx.rows<{ name: string; goes: string }>(sql`
      select k.conrelid::regclass::text as name, min(case k.confdeltype when 'c' then 'with the person' else 'by hand' end) as goes
      from pg_constraint k where k.contype = 'f' and k.confrelid = 'earshot.person'::regclass and k.conrelid <> k.confrelid
      group by 1 order by 1`),
  )
  // A new one belongs into held.read.ts, and into retention.store.ts, which erases whom nothing else knows.
  expect(Object.fromEntries(rows.map(({ name, goes }) => [name, goes]))).toEqual({
    code: 'by hand',
    conversation: 'by hand',
    customer_order: 'with the person',
    deed: 'with the person',
    first_word: 'with the person',
    happening: 'with the person',
    identity: 'with the person',
    introduction: 'with the person',
    introduction_side: 'with the person',
    message: 'by hand',
    moment: 'with the person',
    not_the_same: 'with the person',
    outcome: 'by hand',
    passing_on: 'with the person',
    person_join: 'with the person',
    rung: 'with the person',
    tie: 'with the person',
    verdict: 'with the person',
    wooing: 'with the person',
  })
})

test('only who rules the desk sees it all and forgets', async () => {
  const ana = await colleague(opened, kit.workspace, 'teammate')
  for (const [method, path] of [
    ['GET', '/everything'],
    ['GET', '/everything.html'],
    ['GET', '/forgetting'],
    ['DELETE', ''],
  ])
    expect((await ana.call(method as string, `/people/${person}${path}`)).status).toBe(403)
})

test('our own account is not forgotten', async () => {
  const us = await db.in(kit.workspace, (tx) =>
    tx.row<{ id: string }>(sql`select person_id as id from identity where us`),
  )
  expect((await kit.call('DELETE', `/people/${us?.id}`)).status).toBe(409)
})

test('before it is done it says what goes', async () => {
  expect((await kit.call('GET', `/people/${person}/forgetting`)).body).toMatchObject({
    name: 'Quillname',
    names: [{ name: 'quillhandle.example' }, { name: 'quillhandle.elsewhere' }],
    goes: { messages: 5, replies: 1, notes: 1, moments: 1, ties: 1 },
  })
})

test('forgotten, nothing of them is left in any column of any table', async () => {
  expect(await tablesWith('quill')).toEqual([
    ...[
      'answered_request',
      'code',
      'conversation',
      'customer_order',
      'deed',
      'hook_delivery',
      'identity',
      'identity_link',
      'introduction',
      'message',
      'moment',
      'note',
      'outcome',
      'person',
      'person_join',
      'question',
    ],
    'reply',
    'rung',
    'verdict',
  ])
  expect((await kit.call('DELETE', `/people/${person}`)).status).toBe(200)
  expect(await tablesWith('quill')).toEqual([])
  expect((await kit.call('GET', `/people/${person}`)).status).toBe(404)
  expect((await kit.call('DELETE', `/people/${person}`)).status).toBe(404)
  expect(JSON.stringify(lines)).not.toMatch(/quill/i)
})

test('what others said stays theirs, and what we said to everybody stays ours', async () => {
  const left = await db.in(kit.workspace, (tx) =>
    tx.rows(sql`
      select m.external_id, m.parent_external_id as parent, c.messages, c.state, p.name
      from message m join conversation c on c.id = m.conversation_id left join person p on p.id = c.person_id order by m.at`),
  )
  expect(left).toEqual([
    { externalId: 'b1', parent: null, messages: 1, state: 'done', name: 'Bo' },
    { externalId: 'us0', parent: null, messages: 1, state: 'noted', name: null },
    { externalId: 'b2', parent: null, messages: 1, state: 'open', name: 'Bo' },
  ])
  const questions = await db.in(kit.workspace, (tx) =>
    tx.rows(sql`select asked, wording from question where asked > 0`),
  )
  expect(questions).toEqual([{ asked: 1, wording: 'Where is my cake?' }])
})

test('a replay brings nothing back, also not what we said to them', async () => {
  const edited = quillWords.map((message) => ({ ...message, text: `${message.text}, edited` }))
  expect(await say(...quillWords)).toMatchObject({ said: 0 })
  expect(await say(...edited)).toMatchObject({ said: 0 })
  expect(await tablesWith('quill')).toEqual([])
})

test('who writes anew is heard, as somebody we do not know', async () => {
  clock.move(60_000)
  await say(said('at://did:quill/9', quill, 'Quillwords, a year later', { at: at(61) }))
  const [again] = (await kit.call('GET', '/people?q=quill')).body.items ?? []
  expect(again?.id).not.toBe(person)
  expect((await kit.call('GET', `/people/${again?.id}`)).body).toMatchObject({ messages: 1, moments: [] })
  await kit.call('DELETE', `/people/${again?.id}`)
  expect(await tablesWith('quill')).toEqual([])
})

test('a backup from before does not bring them back: the file beside the data says who was forgotten', async () => {
  const data = join(folder, 'data')
  // As after a crash in the middle of a line.
  await append(forgottenFile(data), lines.slice(0, 1))
  appendFileSync(forgottenFile(data), '{"workspace":"')
  await append(forgottenFile(data), lines.slice(1))
  const fresh = await freshDatabase()
  const env = { ...process.env, DATABASE_URL: fresh.ownerUrl, EARSHOT_DATA: data, NODE_OPTIONS: '' }
  const program = fileURLToPath(new URL('../../bin/earshot', import.meta.url))
  const told = execFileSync(process.execPath, [program, 'restore', join(folder, 'before.backup')], { env }).toString()
  expect(told).toContain('2 people who had been forgotten since: forgotten again.')
  expect(await tablesWith('quill', fresh.db)).toEqual([])
  expect(await forgetAgain(fresh.db, read(forgottenFile(data)), clock.now())).toBe(0)
})

test('restored without that file, they are there', async () => {
  const fresh = await freshDatabase()
  await restore(fresh.ownerUrl, join(folder, 'before.backup'), noon)
  expect(await tablesWith('quill', fresh.db)).toContain('message')
})

const find = async (externalId: string) =>
  await db.in(kit.workspace, (tx) =>
    tx.row<{ id: string; conversationId: string }>(
      sql`select id, conversation_id from message where external_id = ${externalId}`,
    ),
  )
const idOf = async (externalId: string) => (await find(externalId))?.id ?? ''
const talkOf = async (externalId: string) => (await find(externalId))?.conversationId ?? ''

/** Every table in a row of which the word stands, in letters or as bytes. */
async function tablesWith(word: string, where = db): Promise<string[]> {
  const tables = await where.outside((tx) =>
    tx.rows<{ name: string }>(sql`
      select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_schema in ('earshot', 'auth') and table_type = 'BASE TABLE' order by 1`),
  )
  const bytes = Buffer.from(word).toString('hex')
  const found: string[] = []
  for (const { name } of tables) {
    const row = await where.in(kit.workspace, (tx) =>
      tx.row(
        sql`select from ${sql.raw(name)} r where r::text ilike ${`%${word}%`} or r::text ilike ${`%${bytes}%`} limit 1`,
      ),
    )
    if (row !== null) found.push(name.replace('earshot.', ''))
  }
  return found
}
