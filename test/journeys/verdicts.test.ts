/** How we did, asked by choice: switched on, asked with one reply by keyboard alone, said on a page of its own, and back on the list. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NewDesk } from '../../peers/desk.ts'
import { type Begun, complaints, openTown } from './town.ts'

let town: Begun<NewDesk>
let page: Page
let link = ''
let talk = ''

beforeAll(async () => {
  town = await openTown()
  page = town.page
}, 180_000)
afterAll(async () => {
  await town?.close()
  expect(town.troubles).toEqual([])
})

test('nobody can be asked until an admin wants it', async () => {
  await page.getByRole('option').first().click()
  await page.getByRole('log').waitFor()
  await page.keyboard.press('r')
  await page.locator('textarea:focus').waitFor()
  expect(await page.getByRole('button', { name: 'Ask how we did' }).count()).toBe(0)
  await page.goto(`${town.desk.url}/settings`)
  const box = page.getByRole('checkbox', { name: 'Replies can ask how we did' })
  await box.focus()
  await page.keyboard.press('Space')
  await page.getByText('Replies can ask how we did.', { exact: true }).waitFor()
  expect(await box.isChecked()).toBe(true)
  expect(await complaints(page)).toEqual([])
})

test('a reply asks by a link in its own words', async () => {
  await page.goto(town.desk.url)
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByRole('log').waitFor()
  talk = page.url()
  await page.keyboard.press('r')
  await page.keyboard.type('It is baked anew today.')
  await page.getByRole('button', { name: 'Ask how we did' }).waitFor()
  await page.keyboard.press('Control+k')
  await page.locator('[role=dialog] input:focus').waitFor()
  await page.keyboard.type('Ask how we')
  await page.getByRole('menuitem', { name: /Ask how we did/ }).waitFor()
  await page.keyboard.press('Enter')
  const words = page.getByRole('textbox', { name: /Reply/ })
  await expect.poll(() => words.inputValue()).toContain('How did we do? http')
  link = /http\S+\/how\/\S+/.exec(await words.inputValue())?.[0] ?? ''
  expect(await complaints(page)).toEqual([])
  await words.focus()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('log').getByText('It is baked anew today.').waitFor()
})

test('they say it on a page that needs nothing of them', async () => {
  const theirs = await town.context.browser()?.newContext({ locale: 'en-GB', javaScriptEnabled: false })
  const phone = await theirs?.newPage()
  if (!theirs || !phone) throw new Error('no page')
  await phone.goto(link)
  await phone.getByLabel(/What should we know/).fill('It was burnt, and nobody called.')
  await phone.getByRole('button', { name: 'I am not content' }).press('Enter')
  await phone.getByText('We have heard you').waitFor()
  expect(await theirs.cookies()).toEqual([])
  await theirs.close()
  await page.goto(link)
  expect(await complaints(page)).toEqual([])
})

test('who is not content is back on the list, with their words in the conversation and beside them', async () => {
  await page.goto(talk)
  await page.getByRole('option', { selected: true }).getByText('not content').waitFor()
  const card = page.getByRole('article').filter({ hasText: 'is not content with how we did' })
  await card.getByText('It was burnt, and nobody called.').waitFor()
  await page.getByRole('complementary').getByText('not content').first().waitFor()
  expect(await page.getByRole('button', { name: 'Ask how we did' }).getAttribute('aria-disabled')).toBe('true')
  expect(await complaints(page)).toEqual([])
})
