/** A room's charter at work: who waits comes before what we want to say, and advice is no wall. In a real Chromium on a real desk. */
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

const guestBook = () => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'guest book' }) })
const say = () => page.getByRole('button', { name: 'Say it', exact: true })

async function speakFirst(words: string): Promise<void> {
  await page.goto(`${town.desk.url}/rooms`)
  await guestBook().getByRole('button', { name: 'Speak first' }).click()
  await page.getByLabel('Our words').fill(words)
}

test('a charter is written on the room’s card, and read there', async () => {
  await api('POST', '/objectives', {
    result: 'Guests come back',
    kind: 'people',
    measure: 'won-back',
    baseline: 1,
    target: 5,
    due: '2030-12-31',
  })
  await page.goto(`${town.desk.url}/rooms`)
  await guestBook().getByRole('button', { name: 'Write its charter' }).click()
  await page.getByLabel('What we are there for').fill('Whoever writes into our book is answered by name.')
  await page.getByRole('textbox', { name: 'How we sound (optional)' }).fill('warm, brief')
  await page.getByLabel('anybody').selectOption({ label: '15 minutes' })
  await page.getByRole('button', { name: 'Keep the charter' }).click()
  await guestBook().getByText('anybody within 15 minutes').waitFor()
  expect(await complaints(page)).toEqual([])
})

test('while people wait there beyond the promise, what we want to say is held, and leads to them', async () => {
  await speakFirst('Which bread shall we bake on Sundays?')
  await page.getByText(/beyond our promise/).waitFor()
  expect(await say().isDisabled()).toBe(true)
  expect(await complaints(page, '[role=dialog]')).toEqual([])
  await page.getByRole('link', { name: 'Answer them first' }).click()
  await page.getByRole('log').waitFor()
  await page.getByRole('option', { selected: true }).getByText('beyond our promise').waitFor()
})

test('a stock phrase is warned of while we write, and said all the same', async () => {
  await page.getByText('warm, brief').first().waitFor()
  await page.keyboard.press('r')
  await page.locator('textarea:focus').waitFor()
  await page.keyboard.type('We strive to bake it better.')
  await page.getByRole('status', { name: 'What speaks against it' }).getByText('“we strive to”').waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('log').getByText('We strive to bake it better.').waitFor()
  await page.goto(`${town.desk.url}/rooms`)
  await guestBook()
    .getByText(/overruled here/)
    .click()
  await guestBook().getByText('“we strive to”').waitFor()
})

test('once all are answered it is said, in words the guest book has', async () => {
  for (const { id, room } of await waiting()) {
    if (!room.name.includes('guest book')) continue
    await api('POST', `/conversations/${id}/replies`, { text: `Thank you for asking. Come by, we show you. Kit ${id}` })
    // Somebody else may wait in there too.
    await api('POST', `/conversations/${id}/closure`)
  }
  await speakFirst('Which bread shall we bake on Sundays?')
  await say().click()
  await page.getByRole('log').getByText('Which bread shall we bake on Sundays?').waitFor()
  await page.getByText('Kit spoke first').waitFor()
})

test('the rooms are compared, with one piece of advice', async () => {
  await page.goto(`${town.desk.url}/objectives/rooms`)
  await page.getByRole('row').filter({ hasText: 'guest book' }).waitFor()
  expect(await complaints(page)).toEqual([])
})

const waiting = async () =>
  ((await api('GET', '/conversations?limit=200')) as { items: { id: string; room: { name: string } }[] }).items

/** As the page itself would ask. */
const api = (method: string, path: string, body?: unknown): Promise<unknown> =>
  page.evaluate(
    async ([method, path, body]) => {
      const answer = await fetch(`/api/v1${path}`, {
        method,
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body,
      })
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
      return answer.json()
    },
    [method, path, body === undefined ? undefined : JSON.stringify(body)] as [string, string, string | undefined],
  )
