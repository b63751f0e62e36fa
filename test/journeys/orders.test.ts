/** An order comes by a signed door, its first step falls due, and a complaint meanwhile moves it: in a real Chromium on a real desk. */
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, startDesk } from '../../peers/desk.ts'
import { signatureOf } from '../../src/lib/signed.ts'
import { signIn } from './browser.ts'
import { type Begun, complaints, openDesk } from './town.ts'

/** Whoever looks at a whole page with axe, on a busy machine. */
const LONG_MS = 120_000

let begun: Begun<Desk>
let desk: Desk
let page: Page
/** Grace, who wrote thirteen days ago, was answered, and waits for nothing. */
let grace: { id: string; name: string }
let door: { secret: string; url: string }

beforeAll(async () => {
  begun = await openDesk(startDesk)
  desk = begun.desk
  page = begun.page
  await letters('id,who,name,when,parent,words', [
    `1,grace@mail.example,Grace Achterberg,${daysAgo(13).toISOString()},,Do you have rye on Saturdays?`,
    `2,shop@acme.example,Acme,${daysAgo(12.9).toISOString()},1,"We do, from seven on."`,
  ])
  const { items } = await desk.api<{ items: { id: string; name: string }[] }>('/people?q=grace')
  grace = items[0] as typeof grace
  await signIn(page, desk.url, desk.owner)
}, 180_000)
afterAll(async () => {
  await begun?.close()
  expect(begun.troubles).toEqual([])
})

/** A room of letters, brought in from a file. */
async function letters(head: string, rows: string[]): Promise<void> {
  const file = join(desk.dataFolder, `${rows.length}.csv`)
  writeFileSync(file, [head, ...rows].join('\n'))
  const map = 'text=words,author=who,name=name,at=when,id=id,parent=parent'
  const env = { ...process.env, NODE_OPTIONS: '', EARSHOT_DATA: desk.dataFolder }
  const args = [program, 'import', file, '--room', 'Letters', '--map', map, '--us', 'shop@acme.example']
  await promisify(execFile)(process.execPath, args, { env })
}
const program = fileURLToPath(new URL('../../bin/earshot', import.meta.url))

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
const line = () => page.locator('.promised-line').filter({ hasText: 'Grace' })

/** As a shop sends it. */
async function send(told: object, id: string): Promise<{ status: number; body: object }> {
  const body = JSON.stringify(told)
  const at = new Date()
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': signatureOf(door.secret, { id, at, body }),
  }
  const answer = await fetch(door.url, { method: 'POST', headers, body })
  return { status: answer.status, body: (await answer.json()) as object }
}

test(
  'a door is made in the settings, and its secret is shown once',
  async () => {
    await page.goto(`${desk.url}/settings`)
    await page.getByLabel('Who sends by it').fill('The shop')
    await page.keyboard.press('Enter')
    const secret = page.getByLabel(/The secret to sign with/)
    await secret.waitFor()
    door = { secret: await secret.inputValue(), url: await page.locator('code', { hasText: '/hooks/' }).innerText() }
    expect(await complaints(page, '[aria-labelledby=settings-hooks]')).toEqual([])
    await page.reload()
    await page.locator('code', { hasText: '/hooks/' }).waitFor()
    expect(await secret.count()).toBe(0)
  },
  LONG_MS,
)

test("the days of the clock are the owner's to set", async () => {
  await page.getByLabel('Thank them').fill('10')
  await page.getByLabel('Ask whether it works').fill('10')
  await page.getByLabel('Listen how it goes').fill('40')
  await page.keyboard.press('Enter')
  await page.getByText('Each step comes later than the one before it.').waitFor()
  await page.getByLabel('Ask whether it works').fill('20')
  await page.keyboard.press('Enter')
  await page.getByText('The days are kept').waitFor()
})

test(
  'signed, an order is taken once; what is wrong with another stands in the log',
  async () => {
    const order = {
      type: 'order',
      placedAt: daysAgo(14).toISOString(),
      what: 'Two loaves of rye',
      value: 9,
      currency: 'EUR',
    }
    const hers = { ...order, number: 'A-1001', buyer: { mail: 'grace@mail.example' } }
    expect(await send(hers, 'msg_1')).toEqual({ status: 200, body: { ok: true, repeated: false } })
    expect(await send(hers, 'msg_1')).toEqual({ status: 200, body: { ok: true, repeated: true } })
    expect(await send({ ...hers, placedAt: 'lately' }, 'msg_2')).toMatchObject({ status: 422 })
    expect(
      await send({ ...order, number: 'A-1002', buyer: { mail: 'nobody@nowhere.example' } }, 'msg_3'),
    ).toMatchObject({
      status: 200,
    })
    await page.getByRole('button', { name: 'What came from The shop' }).click()
    const log = page.getByRole('dialog')
    await log.getByText(/refused: placedAt/).waitFor()
    expect(await complaints(page, '[role=dialog]')).toEqual([])
    await log.getByRole('button', { name: 'Close' }).click()
  },
  LONG_MS,
)

test(
  'its first step stands above those who wait; w opens the composer with kind words',
  async () => {
    await page.goto(desk.url)
    await line().getByText('Thank them').waitFor()
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('w')
    await page.waitForURL(/\/c\//)
    const composer = page.locator('.composer textarea').first()
    expect(await composer.inputValue()).toMatch(/^Thank you, Grace/)
    await composer.fill('')
    await page.goto(desk.url)
  },
  LONG_MS,
)

test('d says that it is done, D in a week, W not for this order, and z takes each back', async () => {
  for (const key of ['d', 'D', 'W']) {
    await line().waitFor()
    await page.keyboard.press(key)
    await line().waitFor({ state: 'detached' })
    await page.keyboard.press('z')
  }
  await line().waitFor()
})

test(
  'on her page it stands what she bought; not hers, it waits, and is given to her by hand',
  async () => {
    await line().getByRole('link').click()
    await page.getByText('Two loaves of rye').waitFor()
    await page.getByText(/Thank them is due since/).waitFor()
    await page.getByRole('button', { name: 'Not theirs: A-1001' }).click()
    await page.getByText('Two loaves of rye').waitFor({ state: 'detached' })
    await page.goto(`${desk.url}/circle/orders`)
    await page.getByText('nobody@nowhere.example').waitFor()
    expect(await complaints(page)).toEqual([])
    await page.getByRole('button', { name: 'Say whose: A-1001' }).click()
    await page.getByRole('dialog').getByRole('searchbox').fill('grace')
    await page.getByRole('option', { name: /Grace/ }).click()
    await page.getByText('A-1001 is theirs now').waitFor()
  },
  LONG_MS,
)

test('a complaint meanwhile ends the thanks, and moves what comes next', async () => {
  await page.goto(desk.url)
  await line().waitFor()
  await letters('id,who,name,when,parent,words', [
    `3,grace@mail.example,Grace Achterberg,${daysAgo(0).toISOString()},,"The rye came broken, this is a disgrace!"`,
  ])
  const told = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/steps'))
  await page.reload()
  expect(await (await told).json()).toEqual({ items: [] })
  await page.getByRole('option', { name: /Grace/ }).waitFor()
  expect(await line().count()).toBe(0)
  await page.goto(`${desk.url}/people/${grace.id}`)
  await page.getByText(/Ask whether it works on/).waitFor()
})
