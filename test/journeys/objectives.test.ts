/** The first run by keyboard alone, from the setup link to the first answer; then what serves no objective is tied. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type NewDesk, startNewDesk } from '../../peers/desk.ts'
import { type Begun, complaints, openDesk, own } from './town.ts'

let begun: Begun<NewDesk>
let page: Page
let feed: Server

beforeAll(async () => {
  feed = createServer((_, answer) => answer.setHeader('content-type', 'application/rss+xml').end(letters))
  await new Promise<void>((done) => feed.listen(0, '127.0.0.1', done))
  begun = await openDesk(startNewDesk)
  page = begun.page
}, 120_000)
afterAll(async () => {
  feed?.close()
  await begun?.close()
  expect(begun.troubles).toEqual([])
})

const letters = `<?xml version="1.0"?><rss version="2.0"><channel><title>Letters to the town</title><link>https://letters.example</link>
  <description>What people write</description>
  ${['Is Acme open on Sundays?', 'The acme of summer is here', 'Acme burnt my loaf again. Who answers?']
    .map(
      (title, n) =>
        `<item><title>${title}</title><author>ada@letters.example (Ada ${n})</author><guid isPermaLink="false">l${n}</guid>
         <link>https://letters.example/${n}</link><pubDate>${new Date(Date.now() - n * 3_600_000).toUTCString()}</pubDate>
         <description>${title} Yours, Ada.</description></item>`,
    )
    .join('')}</channel></rss>`

describe('the first run, by keyboard alone', () => {
  test('whoever opens the desk stands before five steps, the first of them open', async () => {
    await page.goto(begun.desk.setupLink)
    await own(page)
    await page.getByRole('heading', { level: 1, name: 'The first five steps' }).waitFor()
    await step('What do you want?').and(page.locator('[aria-expanded=true]')).waitFor()
    expect(await complaints(page)).toEqual([])
  })

  test('a vanity is answered with why, and the result behind it is proposed', async () => {
    await fill(page.getByLabel(/What shall be true/), '10,000 followers by June')
    await page.getByText('while nobody buys, comes or comes back').waitFor()
    await page.getByRole('radio', { name: 'Sign-ups' }).waitFor()
    expect(await page.getByRole('radio', { name: /followers/i }).count()).toBe(0)
    expect(await complaints(page)).toEqual([])
  })

  test('one sentence is an objective', async () => {
    await fill(page.getByLabel(/What shall be true/), 'Every question is answered within a day')
    const measure = page.getByRole('radio', { name: 'Questions answered in time' })
    await measure.waitFor()
    await tabTo(measure)
    await page.keyboard.press('Space')
    await fill(page.getByLabel('To', { exact: true }), '90')
    await page.keyboard.press('Enter')
    await page.locator('.step-fact').getByText('Every question is answered within a day').waitFor()
  })

  test('how many relationships the team can hold is said, and one is enough to begin', async () => {
    await page.getByText('One of you, who can hold 150 relationships').waitFor()
    await press('These are enough for now')
  })

  test('a step is left and come back to', async () => {
    await tabTo(step('How do people call you?'))
    await page.keyboard.press('Enter')
    await page.getByLabel(/The names you go by/).waitFor()
    await press(/Where do we listen/)
    await step('Where do we listen?').and(page.locator('[aria-expanded=true]')).waitFor()
  })

  test('a room that needs no approval gives something real', async () => {
    await press(/Feed/)
    await fill(page.getByLabel(/address/i).first(), `http://127.0.0.1:${(feed.address() as AddressInfo).port}/`)
    await page.keyboard.press('Enter')
    await page.getByText('One room listens.').waitFor()
    await page.getByText('3 messages heard').first().waitFor({ timeout: 60_000 })
  })

  test('a sample of what bears our name is judged by key, and its listener serves the objective', async () => {
    await page.locator('.tried-count').getByText(/3/).waitFor()
    await tabTo(page.getByRole('button', { name: 'Listen for these names' }))
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.locator('.example [aria-pressed=true]').waitFor()
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByText('One listener stands.').waitFor()
  })

  test('one person is answered, and the desk is theirs', async () => {
    await press(/^Answer Ada/)
    await page.getByRole('log').waitFor()
    const id = new URL(page.url()).pathname.split('/').at(-1)
    await page.evaluate(async (id) => {
      const body = JSON.stringify({ text: 'We are, from seven.', answeredThere: true })
      const headers = { 'content-type': 'application/json' }
      await fetch(`/api/v1/conversations/${id}/replies`, { method: 'POST', headers, body })
    }, id)
    await page.goto(`${begun.desk.url}/begin`)
    await page.getByText('The desk is yours, and it listens.').waitFor()
    expect(await page.locator('.step[data-done]').count()).toBe(5)
  })
})

describe('what serves no objective', () => {
  test('the room is tied by one key, and z takes it back', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('o')
    await page.getByRole('heading', { name: 'Serves no objective' }).waitFor()
    await page.keyboard.press('j')
    await page.locator('.servant[data-picked]').filter({ hasText: 'Letters to the town' }).waitFor()
    await page.keyboard.press('v')
    await page.getByRole('heading', { name: 'Serves no objective' }).waitFor({ state: 'detached' })
    await page.getByText('2 things serve it').waitFor()
    await page.keyboard.press('z')
    await page.getByRole('heading', { name: 'Serves no objective' }).waitFor()
  })

  test('or it is let go by another: the room is paused', async () => {
    await page.keyboard.press('j')
    await page.locator('.servant[data-picked]').waitFor()
    await page.keyboard.press('X')
    await page.getByText('Letters to the town is paused').waitFor()
    await page.getByRole('heading', { name: 'Serves no objective' }).waitFor({ state: 'detached' })
  })

  test('one objective whole: where we are in words, as a line with its table, and nothing is wrong with it', async () => {
    await page.getByRole('link', { name: 'Every question is answered within a day' }).click()
    await page.getByRole('heading', { name: 'What moved it' }).waitFor()
    await page.getByText(/Questions answered in time: .* From 0% to 90% by/).waitFor()
    expect(await complaints(page)).toEqual([])
  })
})

const step = (name: string) => page.getByRole('button', { name: new RegExp(name.replace('?', '\\?')) })

/** With Tab alone, from wherever the focus is. */
async function tabTo(wanted: Locator): Promise<void> {
  await wanted.first().waitFor()
  for (let n = 0; n < 80; n++) {
    if ((await wanted.and(page.locator(':focus')).count()) > 0) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${wanted}`)
}

async function fill(box: Locator, words: string): Promise<void> {
  await tabTo(box)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(words)
}

async function press(name: string | RegExp): Promise<void> {
  await tabTo(page.getByRole('button', { name }).or(page.getByRole('link', { name })))
  await page.keyboard.press('Enter')
}
