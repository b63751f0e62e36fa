/** From what many people ask to telling them where the answer stands, in a real Chromium on a real desk. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type NewDesk, startNewDesk } from '../../peers/desk.ts'
import { openBrowser } from './browser.ts'

let desk: NewDesk
let browser: Browser
let page: Page
const troubles: string[] = []

beforeAll(async () => {
  const opened = await Promise.all([startNewDesk(), openBrowser()])
  desk = opened[0]
  browser = opened[1]
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
  })
  page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.on('pageerror', (trouble) => troubles.push(trouble.message))
  await page.goto(desk.setupLink)
  await page.getByLabel('Your name').fill('Kit')
  await page.getByLabel('Name of the workspace').fill('Acme')
  await page.getByLabel('Mail address').fill('kit@acme.example')
  await page.getByLabel('Password').fill('a password for tests')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /pretend town/ }).click()
  await page.getByRole('option').first().waitFor()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
  expect(troubles).toEqual([])
})

const hours = () => page.getByRole('link', { name: /open on Saturday/i }).first()

/** What axe finds on the page, in light and in dark: the rule and the place. */
async function complaints(): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).analyze()
    found.push(...violations.flatMap(({ id, nodes }) => nodes.map((node) => `${colorScheme}: ${id} at ${node.target}`)))
  }
  return found
}

test('g q leads to what many people ask, the most often asked first', async () => {
  await page.keyboard.press('g')
  await page.keyboard.press('q')
  await hours().waitFor()
  const counts = await page.locator('.question-count').allTextContents()
  const numbers = counts.map((text) => Number.parseInt(text, 10))
  expect(numbers[0]).toBeGreaterThan(1)
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a))
  expect(await complaints()).toEqual([])
})

test('a question shows who asked it in which words, and its brief', async () => {
  await hours().click()
  await page.getByRole('heading', { name: 'In their own words' }).waitFor()
  await page.locator('.asking').first().waitFor()
  await page.getByText('The brief for whoever writes it').click()
  await page.getByText('## In their own words').waitFor()
  expect(await complaints()).toEqual([])
})

test('an answer is kept with who sees to it', async () => {
  await page.getByRole('button', { name: 'Keep an answer' }).click()
  const words = page.getByLabel('The answer', { exact: true })
  await words.fill('Side door from half past six, front door from ten past seven.')
  expect(await complaints()).toEqual([])
  await page.getByRole('button', { name: 'Keep it' }).click()
  await page.getByText('in the care of Kit').waitFor()
})

test('once it is published, those who asked are told one by one, each message shown before it goes', async () => {
  await page.getByLabel('Link to the published answer').fill('https://acme.example/hours')
  await page.getByRole('button', { name: 'Mark as published' }).click()
  const draft = page.locator('.tell-one textarea')
  await draft.waitFor()
  expect(await draft.inputValue()).toContain('https://acme.example/hours')
  expect(await complaints()).toEqual([])
  const name = (await page.locator('.tell-asked b').textContent()) ?? ''
  await page.getByRole('button', { name: `Send to ${name}` }).click()
  await page.locator('.tell-asked b').filter({ hasNotText: name }).first().waitFor()
})

test('in a conversation it stands beneath a message what was understood, and l says otherwise', async () => {
  await page.goto(desk.url)
  await page.getByRole('option').filter({ hasText: 'on Saturdays at the moment' }).click()
  const line = page.locator('.understood button').last()
  await line.waitFor()
  await page.locator('.ready-answer').filter({ hasText: 'Side door from half past six' }).waitFor()
  await page.keyboard.press('l')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^praise/ })
    .waitFor()
  expect(await complaints()).toEqual([])
  await page.keyboard.press('p')
  await page.getByRole('dialog').getByText('Kit said so.').waitFor()
  await page.keyboard.press('Escape')
  await line.filter({ hasText: 'praise' }).waitFor()
})

test('a ready answer goes into the reply with one press', async () => {
  await page.keyboard.press(';')
  await page.keyboard.press('Enter')
  const reply = page.getByLabel(/^Reply to/)
  expect(await reply.inputValue()).toBe('Side door from half past six, front door from ten past seven.')
  await reply.and(page.locator(':focus')).waitFor()
})
