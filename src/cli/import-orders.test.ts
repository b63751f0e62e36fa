import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ada, said } from '../../test/cast.ts'
import { freshDatabase, freshWorkspace } from '../../test/database.ts'
import { squareRoom } from '../../test/house.ts'
import { sql } from '../db/db.ts'
import { systemClock } from '../lib/clock.ts'
import { sealWith } from '../lib/seal.ts'

const { db, ownerUrl } = await freshDatabase()
const folder = mkdtempSync(join(tmpdir(), 'earshot-orders-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const program = fileURLToPath(new URL('../../bin/earshot', import.meta.url))
let workspace: string

beforeAll(async () => {
  workspace = (await freshWorkspace(db)).workspace
  const { say } = await squareRoom({ house: { db, clock: systemClock, seal: sealWith('test') } as never }, workspace)
  await say(said('1', { ...ada, id: 'ada@ada.example', handle: 'ada@ada.example' }, 'hello'))
})

function run(...args: string[]): Promise<{ out: string; err: string; code: number }> {
  const env = { ...process.env, DATABASE_URL: ownerUrl, EARSHOT_DATA: join(folder, 'data'), NODE_OPTIONS: '' }
  return new Promise((done) => {
    execFile(process.execPath, [program, 'import-orders', ...args], { env }, (error, out, err) =>
      done({ out, err, code: Number(error?.code ?? 0) }),
    )
  })
}
function file(name: string, ...lines: string[]): string {
  const path = join(folder, name)
  writeFileSync(path, lines.join('\n'))
  return path
}
const kept = () =>
  db.in(workspace, (tx) =>
    tx.rows(sql`
      select o.number, o.what, o.value_cents, o.currency, o.status, p.name as buyer
      from customer_order o left join person p on p.id = o.person_id order by o.number`),
  )
const map = 'number=Order,at=Date,what=Item,value=Total,status=State,mail=Mail'
const head = 'Order,Date,Item,Total,State,Mail'

test('orders are taken by their number; a row that can not be read is named by its line; twice is once', async () => {
  const path = file(
    'shop.csv',
    head,
    '#A-1,2026-05-30 10:00,"An almond cake",24.50,placed,Ada@ada.example',
    'A-2,2026-05-31,Bread,"4,20",,cy@cy.example',
    'A-3,3/4/2026,Bread,4.20,,',
    'A-4,2026-05-31,Bread,4.20,eaten,',
  )
  const first = await run(path, '--map', map, '--currency', 'EUR')
  expect(first.err).toMatch(/line 4: skipped, because "3\/4\/2026" is no date[^\n]*\nline 5: skipped, because status: /)
  expect(first).toMatchObject({
    code: 0,
    out: '4 rows read: 2 new, 0 changed, 0 known already, 2 skipped.\n1 of them wait for their buyer to show up.\n',
  })
  const rows = [
    { number: 'A-1', what: 'An almond cake', valueCents: 2450, currency: 'EUR', status: 'placed', buyer: 'Ada' },
    { number: 'A-2', what: 'Bread', valueCents: 420, currency: 'EUR', status: 'placed', buyer: null },
  ]
  expect(await kept()).toEqual(rows)
  expect((await run(path, '--map', map, '--currency', 'EUR')).out).toMatch(/0 new, 0 changed, 2 known already/)
  expect(await kept()).toEqual(rows)
  const later = file('later.csv', head, 'A-1,2026-05-30 10:00,,,delivered,')
  expect((await run(later, '--map', map)).out).toMatch(/0 new, 1 changed/)
})

const wrong: [what: string, args: string[], why: RegExp, code: number][] = [
  ['no map', [], /Say it by --map/, 2],
  ['a field that is none', ['--map', 'number=Order,at=Date,price=Total'], /fields are number, at, what/, 2],
  ['no number', ['--map', 'at=Date'], /which column is the number/, 2],
  ['handles of no channel', ['--map', 'number=Order,at=Date,handle=Mail'], /On which channel/, 2],
  ['a column that is not there', ['--map', 'number=No,at=Date'], /no column "No"/, 1],
]
test.each(wrong)('%s is told in words', async (_what, args, why, code) => {
  const told = await run(file('x.csv', head), ...args)
  expect([told.code, told.err]).toEqual([code, expect.stringMatching(why)])
})
