/** From what many people ask to telling them where the answer stands, in a real Chromium on a real desk. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NewDesk } from '../../peers/desk.ts'
import { type Begun, complaints, openTown } from './town.ts'

let town: Begun<NewDesk>
let page: Page

beforeAll(async () => {
  town = await openTown()
  page = town.page
}, 120_000)
afterAll(async () => {
  await town?.close()
  expect(town.troubles).toEqual([])
})

const hours = () => page.getByRole('link', { name: /open on Saturday/i }).first()

test('g q leads to what many people ask, the most often asked first', async () => {
  await page.keyboard.press('g')
  await page.keyboard.press('q')
  await hours().waitFor()
  const counts = await page.locator('.question-count').allTextContents()
  const numbers = counts.map((text) => Number.parseInt(text, 10))
  expect(numbers[0]).toBeGreaterThan(1)
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a))
  expect(await complaints(page)).toEqual([])
})

test('a question shows who asked it in which words, and its brief', async () => {
  await hours().click()
  await page.getByRole('heading', { name: 'In their own words' }).waitFor()
  await page.locator('.asking').first().waitFor()
  await page.getByText('The brief for whoever writes it').click()
  await page.getByText('## In their own words').waitFor()
  expect(await complaints(page)).toEqual([])
})

test('the brief is pushed to a program of theirs, which was added in the settings', async () => {
  const came: string[] = []
  const board = createServer(async (request, response) => {
    came.push(Buffer.concat(await request.toArray()).toString())
    response.writeHead(came.length === 1 ? 410 : 200).end()
  })
  await once(board.listen(0, '127.0.0.1'), 'listening')
  const question = page.url()
  await page.goto(`${town.desk.url}/settings`)
  await page.getByLabel('What it is', { exact: true }).fill('Our board')
  await page.getByLabel('Its address').fill(`http://127.0.0.1:${(board.address() as AddressInfo).port}`)
  await page.getByRole('button', { name: 'Add it' }).click()
  await page.getByLabel(/shown this once/).waitFor()
  expect(await complaints(page)).toEqual([])
  await page.goto(question)
  await page.getByText('The brief for whoever writes it').click()
  await page.getByRole('button', { name: 'Push to Our board' }).click()
  await page.getByText('not at Our board: It says that it wants nothing more').waitFor()
  expect(await complaints(page)).toEqual([])
  await page.getByRole('button', { name: 'Push again' }).click()
  await page.getByText('Our board has it, pushed by Kit').waitFor()
  expect(JSON.parse(came[1] ?? '')).toMatchObject({ type: 'question.brief', data: { name: expect.any(String) } })
  board.close()
})

test('an answer is kept with who sees to it', async () => {
  await page.getByRole('button', { name: 'Keep an answer' }).click()
  const words = page.getByLabel('The answer', { exact: true })
  await words.fill('Side door from half past six, front door from ten past seven.')
  expect(await complaints(page)).toEqual([])
  await page.getByRole('button', { name: 'Keep it' }).click()
  await page.getByText('in the care of Kit').waitFor()
})

test('once it is published, those who asked are told one by one, each message shown before it goes', async () => {
  await page.getByLabel('Link to the published answer').fill('https://acme.example/hours')
  await page.getByRole('button', { name: 'Mark as published' }).click()
  const draft = page.locator('.tell-one textarea')
  await draft.waitFor()
  expect(await draft.inputValue()).toContain('https://acme.example/hours')
  expect(await complaints(page)).toEqual([])
  const name = (await page.locator('.tell-asked b').textContent()) ?? ''
  await page.getByRole('button', { name: `Send to ${name}` }).click()
  await page.locator('.tell-asked b').filter({ hasNotText: name }).first().waitFor()
})

test('in a conversation it stands beneath a message what was understood, and l says otherwise', async () => {
  await page.goto(town.desk.url)
  await page.getByRole('option').filter({ hasText: 'on Saturdays at the moment' }).click()
  const line = page.locator('.understood button').last()
  await line.waitFor()
  await page.locator('.ready-answer').filter({ hasText: 'Side door from half past six' }).waitFor()
  await page.keyboard.press('l')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^praise/ })
    .waitFor()
  expect(await complaints(page)).toEqual([])
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
