/** A storm comes, is seen once, is answered with the holding reply and calms down: in a real Chromium on a real desk. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Desk, startDesk } from '../../peers/desk.ts'
import { type Db, openDb } from '../../src/db/db.ts'
import { type Embedded, openEmbedded } from '../../src/db/embedded.ts'
import { watchEverywhere } from '../../src/jobs/weather.ts'
import { systemClock } from '../../src/lib/clock.ts'
import { newId } from '../../src/lib/ids.ts'
import { signIn } from './browser.ts'
import { type Begun, complaints, openDesk } from './town.ts'

const program = fileURLToPath(new URL('../../src/cli/earshot.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'earshot-storm-'))
const minute = 60_000
const now = Date.now()
let begun: Begun<Desk>
let page: Page
let server: Embedded
let db: Db

vi.setConfig({ testTimeout: 120_000 }) // a program of its own brings the posts in

beforeAll(async () => {
  begun = await openDesk(startDesk)
  page = begun.page
  server = await openEmbedded(begun.desk.dataFolder)
  db = openDb(server.url)
  await signIn(page, begun.desk.url, begun.desk.owner)
}, 120_000)
afterAll(async () => {
  await db?.close()
  await server?.close()
  await begun?.close()
  rmSync(folder, { recursive: true })
  expect(begun.troubles).toEqual([])
})

test('three quiet weeks raise no warning', async () => {
  await bring(
    'quiet',
    Array.from({ length: 60 }, (_, n) => ({
      by: `guest${n}`,
      text: 'A lovely loaf today',
      at: now - (n + 2) * 8 * 60 * minute,
    })),
  )
  expect(await look(now)).toBe(0)
  await page.goto(begun.desk.url)
  await page.getByRole('listbox').waitFor()
  expect(await page.getByRole('region', { name: 'A storm is on' }).count()).toBe(0)
})

test('a storm stands above the list, once, with the reason', async () => {
  const shouts = [
    'There was glass in my rolls, I am furious!',
    'Glass in the rolls. This is dangerous and disgusting.',
    'I found glass in your bread, shame on you',
  ]
  await bring(
    'storm',
    Array.from({ length: 24 }, (_, n) => ({ by: `angry${n}`, text: `${shouts[n % 3]}`, at: now - (24 - n) * minute })),
  )
  await look(now)
  expect(await look(now)).toBe(0)
  const line = page.getByRole('region', { name: 'A storm is on' })
  await line.getByText(/\d+ messages about .* in half an hour; a \w+day at /).waitFor()
  expect(await line.getByRole('link').count()).toBe(1)
  expect(await complaints(page)).toEqual([])
  await line.getByRole('link').click()
  await page.getByRole('heading', { level: 1, name: 'Storm' }).waitFor()
})

test('somebody is on it, and the holding reply goes into the composer of who is angry, where it is sent by hand', async () => {
  await page.getByRole('button', { name: 'I am on it' }).click()
  await page.getByText('On duty: Kit.').waitFor()
  const holding = page.getByLabel('Holding reply')
  await holding.fill('We hear you: glass in rolls. We have stopped the oven and look into it right now.')
  await holding.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('listitem').filter({ hasText: 'Kit wrote the holding reply' }).waitFor()
  expect(await complaints(page)).toEqual([])
  await page
    .getByRole('button', { name: /^Reply with it: / })
    .first()
    .click()
  await page.getByRole('log').waitFor()
  await page
    .getByRole('tab', { name: /^Reply/ })
    .or(page.getByLabel(/^Reply to/))
    .first()
    .waitFor()
  expect(await page.locator('textarea').first().inputValue()).toMatch(/^We hear you: glass in rolls/)
})

test('it calms down by itself, the line goes, and what was learned is written down', async () => {
  await look(now + 100 * minute)
  await page.goto(begun.desk.url)
  await page.getByRole('listbox').waitFor()
  await page.getByRole('region', { name: 'A storm is on' }).waitFor({ state: 'detached' })
  const { items } = await begun.desk.api<{ items: { id: string }[] }>('/storms')
  expect(items).toHaveLength(1)
  await page.goto(`${begun.desk.url}/objectives/weather/${items[0]?.id}`)
  await page.getByRole('listitem').filter({ hasText: 'It calmed down' }).waitFor()
  await page.getByLabel('What we learned').fill('Sieve the flour, and say so within the hour.')
  await page.getByRole('button', { name: 'Keep it' }).first().click()
  await page.getByRole('listitem').filter({ hasText: 'Kit wrote what we learned' }).waitFor()
  expect(await complaints(page)).toEqual([])
})

type Post = { by: string; text: string; at: number }

/** By the way in that files have. */
async function bring(name: string, posts: Post[]): Promise<void> {
  const file = join(folder, `${name}.jsonl`)
  writeFileSync(
    file,
    posts
      .map((post) => JSON.stringify({ ...post, id: `${name}-${post.at}`, at: new Date(post.at).toISOString() }))
      .join('\n'),
  )
  const args = [program, 'import', file, '--room', 'The guest book', '--map', 'text=text,author=by,at=at,id=id']
  await promisify(execFile)(process.execPath, args, {
    env: { ...process.env, NODE_OPTIONS: '', EARSHOT_DATA: begun.desk.dataFolder },
  })
}

/** As the desk looks once a minute, at an hour of our choice; how many warnings there were. */
const look = (at: number): Promise<number> =>
  watchEverywhere({ db, newId, clock: { ...systemClock, now: () => new Date(at) } })
