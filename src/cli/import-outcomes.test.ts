import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ada, noon, said } from '../../test/cast.ts'
import { freshDatabase, freshWorkspace } from '../../test/database.ts'
import { squareRoom } from '../../test/house.ts'
import { sql } from '../db/db.ts'
import { giveCode } from '../flows/codes.ts'
import { systemClock } from '../lib/clock.ts'
import { newId } from '../lib/ids.ts'
import { sealWith } from '../lib/seal.ts'

const { db, ownerUrl } = await freshDatabase()
const folder = mkdtempSync(join(tmpdir(), 'earshot-outcomes-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const program = fileURLToPath(new URL('../../bin/earshot', import.meta.url))
let workspace: string

beforeAll(async () => {
  const founded = await freshWorkspace(db)
  workspace = founded.workspace
  const { say } = await squareRoom({ house: { db, clock: systemClock, seal: sealWith('test') } as never }, workspace)
  await say(said('1', { ...ada, id: 'ada@ada.example', handle: 'ada@ada.example' }, 'hello'))
  const objective = newId()
  await db.in(workspace, async (tx) => {
    await tx.run(sql`
      insert into objective (id, workspace_id, result, kind, measure, baseline, target, due, owner_id, created_at)
      values (${objective}, ${workspace}, 'Forty cakes', 'sales', 'orders', 0, 40, '2027-01-01', ${founded.kit}, ${noon})`)
    const rosa = {
      word: 'ROSA',
      target: null,
      objective,
      conversation: null,
      what: 'came to the shop',
      visitCounts: false,
    }
    await giveCode(tx, rosa, { by: founded.kit, at: noon }, { newId, random: Math.random })
  })
})

const run = (...args: string[]): Promise<{ out: string; err: string; code: number }> =>
  new Promise((done) => {
    const env = { ...process.env, DATABASE_URL: ownerUrl, EARSHOT_DATA: join(folder, 'data'), NODE_OPTIONS: '' }
    execFile(process.execPath, [program, 'import-outcomes', ...args], { env }, (error, out, err) =>
      done({ out, err, code: Number(error?.code ?? 0) }),
    )
  })

test('outcomes are written down by their code or their objective; a bad row is named by its line; twice is once', async () => {
  const path = join(folder, 'till.csv')
  const lines = [
    'Day,What,Paid,Word,Mail,Slip',
    '2026-05-30,,"24,50",rosa,,7',
    '2026-05-31,A cake,19.90,,Ada@ada.example,8',
    '31/5/26,A cake,19.90,,,9',
    '2026-05-31,A cake,much,,,10',
    '2026-05-31,A cake,1.00,nobody,,11',
  ]
  writeFileSync(path, lines.join('\n'))
  const map = 'at=Day,what=What,value=Paid,code=Word,mail=Mail,key=Slip'
  const first = await run(path, '--map', map, '--objective', 'forty')
  expect(first.err.match(/^line \d+/gm)).toEqual(['line 4', 'line 5', 'line 6'])
  expect(first).toMatchObject({ code: 0, out: '5 rows read: 2 written down, 0 known already, 3 skipped.\n' })
  expect((await run(path, '--map', map, '--objective', 'forty')).out).toContain('0 written down, 2 known already')
  const kept = await db.in(workspace, (tx) =>
    tx.rows(sql`
      select o.what, o.value_cents, o.source, p.name from outcome o left join person p on p.id = o.person_id order by o.at`),
  )
  expect(kept).toEqual([
    { what: 'came to the shop', valueCents: 2450, source: 'code', name: null },
    { what: 'A cake', valueCents: 1990, source: 'csv', name: 'Ada' },
  ])
}, 120_000)
