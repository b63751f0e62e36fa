import { execFile } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../test/database.ts'
import { sql } from '../db/db.ts'
import { byToken } from '../domain/teammate/teammate.store.ts'

const { db, ownerUrl } = await freshDatabase()
const folder = mkdtempSync(join(tmpdir(), 'earshot-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const program = fileURLToPath(new URL('../../bin/earshot', import.meta.url))

/** As at a terminal: what it printed, what it complained of, and its exit code. */
function earshot(...args: string[]): Promise<{ out: string; err: string; code: number }> {
  const env = {
    ...process.env,
    DATABASE_URL: ownerUrl,
    EARSHOT_DATA: join(folder, 'data'),
    EARSHOT_URL: 'https://desk.example',
    NODE_OPTIONS: '',
  }
  return new Promise((done) => {
    execFile(process.execPath, [program, ...args], { env }, (error, out, err) =>
      done({ out, err, code: Number(error?.code ?? 0) }),
    )
  })
}

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const map = ['--map', 'text=text,author=author,at=at,id=id,parent=parent']
const posts =
  'id,parent,author,at,text\n1,,ada,2026-06-01,is the cake back?\n2,1.0,acme,2026-06-02,it is!\n3,,bo,never,angry\n4,,bo,2026-06-03,still angry\n'

test('nothing asked for gives the list of commands', async () => {
  const { out, code } = await earshot()
  expect(out).toContain('brings a file of posts or mails in as a room')
  expect(out).not.toContain('does not load')
  expect(code).toBe(0)
})

test.each([
  [['dance'], 'There is no command dance.', 2],
  [['toString'], 'There is no command toString.', 2],
  [['listen'], 'What shall we listen for?', 2],
  [['listen', '"acme'], '"acme\n^\nline 1, column 1: this quote is not closed', 1],
  [['listen', 'acme', '--colour'], "Unknown option '--colour'", 2],
  [['import', 'nowhere.csv', '--room', 'R', ...map], "nowhere.csv can't be read: there is no such file.", 1],
  [['import', 'x.csv', '--room', 'R'], 'Which column is what?', 2],
  [['import', 'x.bin', '--room', 'R', ...map], '--format must be csv, jsonl or mbox.', 2],
  [['setup', '--owner', 'kit', '--workspace', 'Acme'], '--owner must be a mail address.', 2],
  [['restore', 'nowhere.backup'], 'There is no file nowhere.backup.', 1],
])('earshot %j is refused in words', async (args, why, code) => {
  const refused = await earshot(...args)
  expect(refused.err).toContain(why)
  expect(refused.err).not.toMatch(/^ {4}at /m)
  expect(refused.code).toBe(code)
})

test('setup gives a link, then a token that opens the same workspace each time, and then a link for that owner alone', async () => {
  const asked = ['setup', '--owner', 'Kit@Acme.example', '--workspace', 'Acme']
  const link = await earshot(...asked)
  expect(link.out).toMatch(
    /^https:\/\/desk\.example\/setup\?token=[\w-]{32}&mail=kit%40acme\.example&workspace=Acme\n$/,
  )

  const [one, two] = [await earshot(...asked, '--token'), await earshot(...asked, '--token')]
  const bearers = await Promise.all([one, two].map(({ out }) => db.outside((tx) => byToken(tx, out.trim()))))
  expect(one.out).toMatch(/^ear_[\w-]{32}\n$/)
  expect(bearers[0]).toMatchObject({ scopes: ['read', 'write', 'admin'] })
  expect(bearers[1]).toMatchObject({ workspaceId: bearers[0]?.workspaceId, teammateId: bearers[0]?.teammateId })
  expect(await earshot(...asked)).toMatchObject({ code: 0, out: expect.stringContaining('/join?token=') })
  const other = ['setup', '--owner', 'mallory@acme.example', '--workspace', 'Acme']
  expect(await earshot(...other)).toMatchObject({ code: 1, err: expect.stringContaining('has an owner already') })
})

test('a file becomes a room, its bad rows are told, and the same file again files nothing', async () => {
  const path = file('posts.csv', posts)
  const { workspace } = await freshWorkspace(db)
  await db.in(workspace, (tx) => tx.run(sql`update workspace set name = 'Bakery' where id = ${workspace}`))
  const asked = ['import', path, '--room', 'Tweets', '--workspace', 'Bakery', '--us', '@Acme', ...map]

  expect(await earshot(...asked, '--dry-run')).toMatchObject({
    code: 0,
    out: expect.stringContaining('3 messages to file, 0 with an id that came before, 1 skipped. Nothing was filed'),
  })
  expect(await earshot(...asked)).toEqual({
    out: '4 rows read: 3 filed in Tweets, 0 already there, 1 skipped.\n',
    err: 'line 4: skipped, because its date "never" can\'t be read\n',
    code: 0,
  })
  expect(await earshot(...asked)).toMatchObject({
    out: 'All 4 rows of this file were brought in before: Tweets holds what could be read of them.\n',
    code: 0,
  })

  appendFileSync(path, '5,4,acme,2026-06-04,sorry!\n')
  expect(await earshot(...asked)).toMatchObject({
    out: '5 rows read: 1 filed in Tweets, 3 already there, 1 skipped.\n',
  })
  const conversations = await db.in(workspace, (tx) =>
    tx.rows(sql`select thread_key, messages, state from conversation order by thread_key`),
  )
  expect(conversations).toEqual([
    { threadKey: '1', messages: 2, state: 'waiting' },
    { threadKey: '4', messages: 2, state: expect.any(String) },
  ])
  expect((await earshot('rooms', '--workspace', 'Bakery')).out).toMatch(/Tweets {2}archive {2}4 +\d+ s ago +brought in/)
})

test('a missing column is told before a room is made', async () => {
  const path = file('other.csv', 'a,b\n1,2\n')
  const refused = await earshot(
    'import',
    path,
    '--room',
    'Never',
    '--workspace',
    'Bakery',
    '--map',
    'text=text,author=a,at=b',
  )
  expect(refused).toMatchObject({ code: 1, err: 'The file has no column "text". Its columns: a, b.\n' })
  expect((await earshot('rooms')).out).not.toContain('Never')
})

test('a file without one good row ends with 1', async () => {
  const path = file('bad.csv', 'text,author,at\nx,ada,never\n')
  const read = await earshot(
    'import',
    path,
    '--room',
    'Bad',
    '--workspace',
    'Bakery',
    '--map',
    'text=text,author=author,at=at',
  )
  expect(read).toMatchObject({ code: 1, out: '1 row read: 0 filed in Bad, 0 already there, 1 skipped.\n' })
})
