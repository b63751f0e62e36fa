import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ada, bo, said } from '../../test/cast.ts'
import { freshDatabase, freshWorkspace } from '../../test/database.ts'
import { squareRoom } from '../../test/house.ts'
import { sql } from '../db/db.ts'
import { systemClock } from '../lib/clock.ts'
import { newId } from '../lib/ids.ts'
import { sealWith } from '../lib/seal.ts'

const { db, ownerUrl } = await freshDatabase()
const folder = mkdtempSync(join(tmpdir(), 'earshot-note-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const program = fileURLToPath(new URL('../../bin/earshot', import.meta.url))
let workspace: string
let mail: string

beforeAll(async () => {
  const fresh = await freshWorkspace(db)
  workspace = fresh.workspace
  const { say } = await squareRoom({ house: { db, clock: systemClock, seal: sealWith('test') } as never }, workspace)
  const namesake = { ...ada, id: 'ada2', handle: 'ada.two', name: 'Ada Two' }
  await say(said('1', ada, 'hello'), said('2', bo, 'hello'), said('3', namesake, 'hello'))
  mail = (await db.outside((tx) => tx.row<{ email: string }>(sql`select email from auth."user" limit 1`)))?.email ?? ''
})

function note(...args: string[]): Promise<{ out: string; err: string; code: number }> {
  const env = { ...process.env, DATABASE_URL: ownerUrl, EARSHOT_DATA: join(folder, 'data'), NODE_OPTIONS: '' }
  return new Promise((done) => {
    execFile(process.execPath, [program, 'note', ...args], { env }, (error, out, err) =>
      done({ out, err, code: Number(error?.code ?? 0) }),
    )
  })
}
const kept = () =>
  db.in(workspace, (tx) =>
    tx.rows(sql`
      select m.kind, m.text, m.on_day::text, m.due_day::text, m.sensitivity, p.name
      from moment m join person p on p.id = m.person_id order by m.id`),
  )

test('what was said on the phone is remembered, its kind read out of the words', async () => {
  const words = 'rang: my parcel came two weeks late'
  expect(await note('Bo', words, '--by', mail, '--on', '2026-06-01')).toEqual({
    out: `Remembered of Bo: hiccup, 2026-06-01. ${words}\n`,
    err: '',
    code: 0,
  })
  expect(await kept()).toEqual([
    { kind: 'hiccup', text: words, onDay: '2026-06-01', dueDay: null, sensitivity: 'ordinary', name: 'Bo' },
  ])
})

test('a name that fits several people lists them, and --person says which', async () => {
  const refused = await note('Ada', 'likes rye', '--by', mail, '--kind', 'preference')
  expect(refused).toMatchObject({
    code: 1,
    err: expect.stringMatching(/Several people fit.*\n\S+ +Ada +ada\.example\n\S+ +Ada Two +ada\.two/),
  })
  const [, id = ''] = /\n(\S+) +Ada Two/.exec(refused.err) ?? []
  expect(await note('Ada', 'likes rye', '--by', mail, '--kind', 'preference', '--person', id)).toMatchObject({
    code: 0,
  })
  expect((await kept()).at(-1)).toMatchObject({ kind: 'preference', name: 'Ada Two' })
})

test('a promise has the day that its words name', async () => {
  const asked = ['Bo', "I'll ring him back Friday", '--by', mail, '--kind', 'promise', '--on', '2026-06-01']
  expect((await note(...asked)).out).toContain('promise, 2026-06-01, due 2026-06-05.')
})

test('what came of a talk is written down with its words as evidence, also where there is nothing to remember', async () => {
  await db.in(workspace, (tx) =>
    tx.run(sql`
      insert into objective (id, workspace_id, result, kind, measure, baseline, target, due, owner_id, created_at)
      select ${newId()}, ${workspace}, 'Forty cakes', 'sales', 'orders', 0, 40, '2027-01-01', id, '2026-01-01' from teammate limit 1`),
  )
  const before = (await kept()).length
  const came = ['--outcome', 'a cake at the till', '--objective', 'forty', '--value', '18,50', '--on', '2026-06-02']
  expect(await note('Bo', 'came by', '--by', mail, ...came)).toEqual({
    out: 'Written down for Bo: a cake at the till.\n',
    err: '',
    code: 0,
  })
  const outcomes = await db.in(workspace, (tx) =>
    tx.rows(sql`
      select o.what, o.value_cents, o.evidence, o.source, o.at::date::text as on, p.name from outcome o join person p on p.id = o.person_id`),
  )
  const written = {
    what: 'a cake at the till',
    valueCents: 1850,
    evidence: 'came by',
    source: 'hand',
    on: '2026-06-02',
  }
  expect([outcomes, await kept()]).toEqual([[{ ...written, name: 'Bo' }], expect.objectContaining({ length: before })])
  const nowhere = ['--outcome', 'x', '--objective', 'Fifty', '--kind', 'order']
  expect((await note('Bo', 'x', '--by', mail, ...nowhere)).err).toContain('No objective begins with "Fifty"')
  expect(await kept()).toHaveLength(before)
})

test.each([
  [[], 'Of whom?', 2],
  [['Bo'], 'What is there to remember?', 2],
  [['Bo', 'x'], 'Say it by --by MAIL', 2],
  [['Bo', 'x', '--by', 'kit', '--on', 'Friday'], '--on is a day', 2],
  [['Bo', 'x', '--by', 'kit', '--kind', 'joy'], '--kind is one of hiccup', 2],
  [['Bo', 'x', '--by', 'kit', '--value', '3'], 'What came of it?', 2],
  [['Bo', 'x', '--by', 'kit', '--outcome', 'cake'], 'Of which objective', 2],
  [['Bo', 'x', '--by', 'kit', '--outcome', 'cake', '--objective', 'F', '--value', 'much'], '--value is an amount', 2],
  [['Bo', 'x', '--by', 'nobody@acme.example', '--kind', 'order'], 'nobody@acme.example is no teammate here', 1],
])('note %j is refused in words', async (args, why, code) => {
  expect(await note(...args)).toMatchObject({ code, err: expect.stringContaining(why) })
})

test('what the words do not say is asked for, and nobody is made up', async () => {
  expect((await note('Bo', 'was here', '--by', mail)).err).toContain('What is it? Say it by --kind')
  expect((await note('Bo', 'his mother is in hospital', '--by', mail)).err).toContain('What is it? Say it by --kind')
  expect((await note('Cleo', 'x', '--by', mail, '--kind', 'order')).err).toContain('Nobody here is called Cleo')
  expect((await note('Bo', 'x', '--by', mail, '--kind', 'order', '--person', 'him')).err).toContain('There is nobody')
})
