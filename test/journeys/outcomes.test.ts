/** From a complaint to an order, and what that was worth: in a real Chromium on a real desk where the pretend town talks. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NewDesk } from '../../peers/desk.ts'
import { type Begun, complaints, openTown } from './town.ts'

let town: Begun<NewDesk>
let page: Page
/** The conversation with Bo, by its id. */
let talk: string

beforeAll(async () => {
  town = await openTown()
  page = town.page
  const wanted = { kind: 'sales', measure: 'orders', baseline: 0, target: 40, due: '2099-12-24' }
  const worth = { unitValue: { cents: 2450, currency: 'EUR' } }
  await page.request.post(`${town.desk.url}/api/v1/objectives`, {
    data: { ...wanted, ...worth, result: 'Forty cakes by mail before Christmas' },
    headers: { origin: town.desk.url },
  })
}, 120_000)
afterAll(async () => {
  await town?.close()
  expect(town.troubles).toEqual([])
})

describe('an objective is carried from a complaint to an order', () => {
  test('what waits is answered and closed, and one calm line asks what came of it', async () => {
    await page.getByRole('option').filter({ hasText: 'Bo Hartigan' }).first().click()
    await page.getByRole('log').waitFor()
    talk = new URL(page.url()).pathname.replace('/c/', '')
    await page.keyboard.press('r')
    await page.locator('textarea:focus').waitFor()
    await page.keyboard.type('You are right, and a new cake is on its way to you.')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('log').getByText('a new cake is on its way').waitFor()
    await page.waitForTimeout(1_500) // care is counted by the second
    await page.locator('textarea:focus').blur()
    await page.keyboard.press('e')
    await closing()
      .getByRole('button', { name: /an order/ })
      .waitFor()
    expect(await complaints(page, '.closing')).toEqual([])
  })

  test('not known yet: one key, and z takes it back', async () => {
    await page.keyboard.press('9')
    await said('you are asked again in 7 days')
    await closing().waitFor({ state: 'detached' })
    const undone = page.waitForResponse((it) => it.request().method() === 'DELETE' && it.url().endsWith('/upshot'))
    await page.keyboard.press('z')
    expect((await undone).status()).toBe(200)
    await page.getByRole('status').filter({ hasText: 'you are asked again' }).waitFor({ state: 'detached' })
  })

  test('asked again on its day, above the list, he has ordered: one key says so', async () => {
    const today = new Date().toISOString().slice(0, 10)
    const put = await page.request.put(`${town.desk.url}/api/v1/conversations/${talk}/upshot`, {
      data: { said: 'later', askOn: today },
      headers: { origin: town.desk.url },
    })
    expect(put.status()).toBe(200)
    await page.goto(`${town.desk.url}/`)
    await page.getByRole('button', { name: 'Say it: Bo Hartigan' }).click()
    await closing()
      .getByRole('button', { name: /an order/ })
      .waitFor()
    await page.getByRole('heading', { name: 'Needs us' }).click()
    await page.keyboard.press('1')
    await said('Bo Hartigan: an order')
  })

  test('its return is on screen, and each number opens its rows', async () => {
    await page.goto(`${town.desk.url}/objectives/return`)
    const row = page.getByRole('row').filter({ hasText: 'Forty cakes by mail' })
    await row.getByRole('button', { name: /equal shares: €24.50/ }).click()
    const outcome = page.getByRole('listitem').filter({ hasText: 'said at closing' })
    await outcome.getByText(/words? of ours led to it/).click()
    await outcome.getByText('first touch').waitFor()
  })

  test('what is disputed stands aside with why, and z lets it count again', async () => {
    await page.getByRole('button', { name: /^Dispute it/ }).click()
    await page.getByLabel('Why is it disputed?').fill('paid by a voucher of ours')
    await page.keyboard.press('Enter')
    const worth = page.getByRole('row').filter({ hasText: 'Forty cakes by mail' }).getByText('€24.50').first()
    await worth.waitFor({ state: 'detached' })
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('z')
    await worth.waitFor()
  })

  test('an hour has its price, and the minutes of care are told to whoever spent them', async () => {
    await page.getByRole('button', { name: 'Set it' }).click()
    await page.getByLabel('An hour costs').fill('40')
    await page.keyboard.press('Enter')
    await page.getByText('An hour of care costs €40.00.').waitFor()
    await page.getByRole('button', { name: 'My minutes' }).click()
    const mine = page.getByRole('region', { name: 'My minutes' }).getByRole('row').filter({ hasText: 'Bo Hartigan' })
    await mine.getByRole('button', { name: /^Put it right/ }).click()
    await mine.getByLabel('Minutes with Bo Hartigan').fill('30')
    await page.keyboard.press('Enter')
    await mine.getByText('30 min').waitFor()
    expect(await complaints(page)).toEqual([])
  })

  test('face to face it is written down by hand', async () => {
    await page.getByRole('button', { name: 'Write an outcome down' }).click()
    await page.getByLabel('What came of it').fill('a cake at the till')
    await page.getByLabel(/^What it is worth/).fill('18,50')
    await page.keyboard.press('Enter')
    await said('Written down: a cake at the till')
    await page.getByRole('row').filter({ hasText: 'Forty cakes by mail' }).getByText('€43.00').first().waitFor()
  })

  test('how long people waited is told by room and intent, and a number opens the talks behind it', async () => {
    await page.getByRole('link', { name: 'Care' }).click()
    await page.getByRole('img', { name: 'Questions a day; the filled part was answered in time.' }).waitFor()
    await page.getByRole('button', { name: /^All, asked: \d+$/ }).click()
    const behind = page.getByRole('region', { name: 'All: asked' })
    await behind.getByRole('link').first().waitFor()
    expect(await complaints(page)).toEqual([])
    await page.getByRole('button', { name: '90 days' }).click()
    await page.getByRole('img', { name: 'Questions in every 6 days; the filled part was answered in time.' }).waitFor()
  })
})

const closing = () => page.getByRole('region', { name: /^What came of it with/ })
const said = (words: string) => page.getByRole('status').filter({ hasText: words }).waitFor()
