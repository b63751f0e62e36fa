/** The week in words: read on Monday, followed to where one sees more, printed, and kept as a file. In a real Chromium on a real desk. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NewDesk } from '../../peers/desk.ts'
import { type Begun, complaints, openTown } from './town.ts'

let town: Begun<NewDesk>
let page: Page

beforeAll(async () => {
  town = await openTown()
  page = town.page
}, 180_000)
afterAll(async () => {
  await town?.close()
  expect(town.troubles).toEqual([])
})

test('the week says what changed, and first of all whom to answer', async () => {
  await page.goto(`${town.desk.url}/objectives`)
  await page.getByRole('navigation', { name: 'Sides of what we want' }).getByRole('link', { name: 'The week' }).click()
  await page.getByRole('heading', { level: 1, name: /^The week from \d+ \w+ to \d+ \w+$/ }).waitFor()
  const next = page.getByRole('heading', { name: 'What to do next' }).locator('..').getByRole('listitem')
  expect(await next.first().textContent()).toMatch(/^Answer .+, who has waited for/)
  expect(await complaints(page)).toEqual([])
})

test('each sentence leads to where one sees more', async () => {
  const asked = page.getByRole('link', { name: /questions? (was|were) asked/ })
  // The town has only just been built: its days are counted within seconds.
  while (!(await asked.isVisible())) {
    await page.reload()
    await page.getByRole('heading', { name: 'What to do next' }).waitFor()
  }
  await asked.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Care' }).waitFor()
  expect(new URL(page.url()).searchParams.get('days')).toBe('7')
  await page.goBack()
  await page.getByRole('link', { name: /^Answer .+, who has waited for/ }).press('Enter')
  await page.getByRole('log').waitFor()
  await page.goBack()
})

test('another week, paper and a file', async () => {
  const [here] = [await page.getByRole('heading', { level: 1 }).textContent()]
  await page.getByRole('link', { name: 'The week before', exact: true }).click()
  await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).not.toBe(here)
  await page.getByRole('link', { name: 'The last week', exact: true }).click()
  await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe(here)
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('heading', { name: 'What to do next' }).isVisible()).toBe(true)
  expect(await page.getByRole('navigation').first().isVisible()).toBe(false)
  await page.emulateMedia({ media: 'screen' })
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'As a file (PDF)' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^\d{4}-\d\d-\d\d\.pdf$/)
  expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe('%PDF-')
})

test('without a mail server the desk says that it has none', async () => {
  await page.getByRole('link', { name: 'Have it by mail each Monday' }).click()
  await page.getByText('This desk has no mail server yet').waitFor()
  expect(await page.getByRole('checkbox', { name: /Mail it to me each Monday/ }).isDisabled()).toBe(true)
  expect(await complaints(page)).toEqual([])
})
