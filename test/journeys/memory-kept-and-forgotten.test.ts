/** What a reply promised is kept in mind and kept; who asks to be forgotten is, in a real Chromium on a real desk. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, startDesk } from '../../peers/desk.ts'
import type { Conversation, ConversationLine } from '../../src/api/shapes.ts'
import { signIn } from './browser.ts'
import { type Begun, complaints, openDesk } from './town.ts'

let begun: Begun<Desk>
let desk: Desk
let page: Page
/** Wanjiru, who marries in two months. */
let talk: Conversation

beforeAll(async () => {
  begun = await openDesk(startDesk)
  desk = begun.desk
  page = begun.page
  await desk.api('/demo', { method: 'POST', body: {} })
  const { items } = await desk.api<{ items: ConversationLine[] }>('/conversations?view=all&limit=200')
  const hers = items.find(({ person, room }) => person?.name.startsWith('Wanjiru') && room.name.includes('guest book'))
  talk = await desk.api<Conversation>(`/conversations/${hers?.id}`)
  await signIn(page, desk.url, desk.owner)
}, 120_000)
afterAll(async () => {
  await begun?.close()
  expect(begun.troubles).toEqual([])
})

const today = () => new Date().toISOString().slice(0, 10)

test('what they tell is offered beneath it, and after a no not again; z takes the no back', async () => {
  const message = talk.thread.findLast(({ us }) => !us)
  await desk.api(`/messages/${message?.id}/understanding`, { method: 'PUT', body: { celebration: true } })
  await page.goto(`${desk.url}/c/${talk.id}`)
  const offer = page.locator(`#message-${message?.id} .offer`)
  await offer.getByRole('button', { name: /Remember the celebration/ }).waitFor()
  expect(await complaints(page)).toEqual([])
  await offer.getByRole('button', { name: /^No, thanks/ }).click()
  await offer.waitFor({ state: 'detached' })
  await page.keyboard.press('z')
  await offer.waitFor()
})

test('a promise in a reply is offered with its day; + and Enter write it down', async () => {
  await page.keyboard.press('r')
  await page.keyboard.type("Lovely! I'll get back to you tomorrow with a price.")
  await page.keyboard.press('Control+Enter')
  await page.locator('.message[data-unsent] .offer').waitFor()
  await page.locator('.thread').focus()
  await page.keyboard.press('+')
  const dialog = page.getByRole('dialog')
  expect(await dialog.getByLabel('What to remember').inputValue()).toBe("I'll get back to you tomorrow with a price.")
  expect(await dialog.getByLabel('What it is').inputValue()).toBe('promise')
  expect(await complaints(page)).toEqual([])
  await dialog.getByLabel('Due on').fill(today())
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.locator('.talk-person .brief').getByText('Kit promised').waitFor()
})

test('on its day it stands above those who wait and counts; its line leads to her', async () => {
  await page.goto(desk.url)
  const line = page.locator('.promised-line').filter({ hasText: 'with a price' })
  await line.waitFor()
  const { needsUs, promised } = await desk.api<{ needsUs: number; promised: number }>('/counts')
  expect(promised).toBe(1)
  await page
    .getByRole('link', { name: new RegExp(`^Needs us ?${needsUs + promised}$`) })
    .first()
    .waitFor()
  expect(await complaints(page)).toEqual([])
  await line.getByRole('link').click()
  await page.waitForURL(new RegExp(`/c/${talk.id}`))
  await page.goBack()
})

test('p says that it was kept, and z that it was not', async () => {
  const line = page.locator('.promised-line').filter({ hasText: 'with a price' })
  await line.waitFor()
  await page.keyboard.press('p')
  await line.waitFor({ state: 'detached' })
  await page.keyboard.press('z')
  await line.waitFor()
  await line.getByRole('button', { name: /^Broken/ }).click()
  await line.waitFor({ state: 'detached' })
})

test('her page gives everything that is held of her, to read', async () => {
  await page.goto(`${desk.url}/people/${talk.person?.id}`)
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Everything, to read' }).click()
  const file = readFileSync(await (await coming).path(), 'utf8')
  expect(file).toContain('with a price')
  expect(file).toContain('Wanjiru')
})

test('before she is forgotten it says what goes; then she is in no list and no search', async () => {
  await page.getByRole('button', { name: /^Forget Wanjiru/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('messages of theirs').waitFor()
  expect(await complaints(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Forget them for good' }).click()
  await page.getByText('Forgotten', { exact: true }).waitFor()
  await page.getByRole('option').first().waitFor()
  expect(await page.getByText('Wanjiru').count()).toBe(0)
  const { items } = await desk.api<{ items: unknown[] }>('/people?q=wanjiru')
  expect(items).toEqual([])
})
