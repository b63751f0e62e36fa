/** What a teammate does in a day, in a real Chromium on a real desk where the pretend town talks. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type NewDesk, startNewDesk } from '../../peers/desk.ts'
import { type Begun, complaints, openDesk, own, owner } from './town.ts'

let town: Begun<NewDesk>
let page: Page

beforeAll(async () => {
  town = await openDesk(startNewDesk)
  page = town.page
}, 120_000)
afterAll(() => town?.close())
afterEach(() => expect(town.troubles.splice(0)).toEqual([]))

describe('the first day', () => {
  test('nothing is wrong with the setup screen for those who see little', async () => {
    await page.goto(town.desk.setupLink)
    await page.getByLabel('Your name').waitFor()
    expect(await complaints(page)).toEqual([])
  })

  test('who comes by the setup link owns the desk and stands before the first steps', async () => {
    await own(page)
    await page.waitForURL((url) => url.pathname === '/begin')
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await complaints(page)).toEqual([])
  })

  test('the list is empty, and says so', async () => {
    await page.goto(town.desk.url)
    await page.getByText('Nobody is waiting.').waitFor()
    expect(await complaints(page)).toEqual([])
  })

  test('the pretend town comes with one click, and its people wait', async () => {
    await page.getByRole('button', { name: /pretend town/ }).click()
    await rows().first().waitFor()
    expect(await rows().count()).toBeGreaterThan(3)
  })
})

describe('by keyboard', () => {
  beforeEach(async () => {
    await page.goto(town.desk.url)
    await rows().first().waitFor()
  })

  test('j walks down the list, k up, and Enter opens who has waited longest', async () => {
    const [first, second] = [await wordsOf(0), await wordsOf(1)]
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    expect(await page.locator('.row[data-active] .row-words').textContent()).toBe(second)
    await page.keyboard.press('k')
    await page.keyboard.press('Enter')
    await page.getByRole('log').waitFor()
    expect(await page.locator('.row[aria-selected=true] .row-words').textContent()).toBe(first)
  })

  test('a reply is sent with Ctrl Enter, and z takes it back with its words', async () => {
    await openFirst()
    await write('r', 'Reply to', 'It is back since this morning.')
    await page.getByRole('log').getByText('It is back since this morning.').waitFor()
    await page.getByLabel(/^Reply to/).blur()
    await page.keyboard.press('z')
    await page.getByRole('log').getByText('It is back since this morning.').waitFor({ state: 'detached' })
    expect(await page.getByLabel(/^Reply to/).inputValue()).toBe('It is back since this morning.')
    await page.getByLabel(/^Reply to/).fill('')
  })

  test('what is typed right after r or n goes into the field, however quick it comes', async () => {
    await openFirst()
    const fieldAfter = (key: string) =>
      page.evaluate(`(() => {
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', bubbles: true, cancelable: true }))
        return document.activeElement.getAttribute('aria-label')
      })()`)
    expect(await fieldAfter('r')).toMatch(/^Reply to/)
    await page.getByLabel(/^Reply to/).blur()
    expect(await fieldAfter('n')).toBe('Note for the team')
  })

  test('what is typed right after the palette was asked for goes into it, however late it comes', async () => {
    await openFirst()
    await page.keyboard.press('r')
    // All in one turn: no part can have been loaded in between.
    await page.evaluate(`(() => {
      const press = (key, more) =>
        document.activeElement.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
        )
      press('k', { ctrlKey: true })
      for (const key of 'snx') press(key)
      press('Backspace')
      press('o')
    })()`)
    const field = page.getByRole('dialog').getByRole('searchbox')
    await field.waitFor()
    await expect.poll(() => field.inputValue()).toBe('sno')
    // Asked for again, it is there already, and keys go their way.
    await page.keyboard.press('Control+k')
    await page.keyboard.type('oz')
    await expect.poll(() => field.inputValue()).toBe('snooz')
    expect(await page.getByLabel(/^Reply to/).inputValue()).toBe('')
    await page.keyboard.press('Escape')
  })

  test('a note stays in the thread, and says that only the team sees it', async () => {
    await openFirst()
    await write('n', 'Note for the team', 'She asked on Friday too.')
    const note = page
      .getByRole('log')
      .getByLabel('Note, only for the team')
      .filter({ hasText: 'She asked on Friday too.' })
    await note.waitFor()
    expect(await page.getByText('Only the team sees this.').isVisible()).toBe(true)
  })

  test('h sends a conversation away until tomorrow, and it stands among the snoozed', async () => {
    const [first, second] = [await wordsOf(0), await wordsOf(1)]
    await openFirst()
    await page.keyboard.press('h')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Tomorrow/ })
      .click()
    await page.locator('.row[aria-selected=true] .row-words').filter({ hasText: second }).waitFor()
    await page.goto(`${town.desk.url}/?view=snoozed`)
    await rows().filter({ hasText: first }).waitFor()
    expect(await rows().locator('.row-why').filter({ hasText: 'open' }).count()).toBe(0)
    expect(await currentPlaces()).toEqual(['Waiting list', 'Snoozed'])
  })

  test('e is done: the next one opens, and z brings it back', async () => {
    const [first, second] = [await wordsOf(0), await wordsOf(1)]
    await openFirst()
    await page.keyboard.press('e')
    await page.locator('.row[aria-selected=true] .row-words').filter({ hasText: second }).waitFor()
    expect(await rows().filter({ hasText: first }).count()).toBe(0)
    await page.getByRole('status').filter({ hasText: 'Done: ' }).waitFor()
    await page.keyboard.press('z')
    await rows().filter({ hasText: first }).waitFor()
  })

  test('/ finds a word among all messages, and what is found opens where it was said', async () => {
    await page.keyboard.press('/')
    await page.getByLabel('Search all messages').waitFor()
    await page.keyboard.type('almond from:ada')
    const found = page.getByRole('list', { name: 'Messages found' }).getByRole('listitem').first()
    await found.waitFor()
    expect(await found.locator('mark').first().textContent()).toMatch(/almond/i)
    await found.getByRole('link').click()
    await page
      .locator('.message[data-sought]')
      .filter({ hasText: /almond/i })
      .waitFor()
  })

  test('a name leads to the person: their names, and every conversation with them', async () => {
    await openFirst()
    const name = await page.getByRole('heading', { level: 1 }).textContent()
    await page.getByRole('heading', { level: 1 }).getByRole('link').click()
    await page.waitForURL(/\/people\//)
    await page.getByRole('heading', { level: 1, name: name ?? '' }).waitFor()
    await page.getByRole('heading', { name: 'Last conversations' }).waitFor()
    expect(await page.locator('.person-talk').count()).toBeGreaterThan(0)
  })
})

describe('nothing is wrong for those who see little, in light and dark', { timeout: 60_000 }, () => {
  /** Each screen, how one gets there, and what shows that it is there. */
  const screens: [screen: string, path: string, shows: string][] = [
    ['the waiting list', '/', '[role=option]'],
    ['what is done', '/?view=done', '[role=option]'],
    ['search', '/search?q=almond', '.found mark'],
    ['a wrong search', '/search?q=%22almond', '.query-under mark'],
    ['rooms', '/rooms', '.room'],
    ['adding a room', '/rooms?add=', '.channels'],
    ['signing in to a room', '/rooms?add=bluesky', 'form'],
    ['settings', '/settings', '#settings-demo'],
    ['nowhere', '/no-such-place', 'a, button'],
  ]
  test.each(screens)('%s', async (_screen, path, shows) => {
    await page.goto(town.desk.url + path)
    await page.locator(shows).first().waitFor()
    await page.waitForLoadState('networkidle').catch(() => {})
    expect(await complaints(page)).toEqual([])
  })

  test('a conversation, its note tab and the dialogs over it', async () => {
    await page.goto(town.desk.url)
    await rows().first().waitFor()
    await openFirst()
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('n')
    await page.getByLabel('Note for the team').waitFor()
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('Escape')
    for (const key of ['h', 'a', '?', 'Control+k']) {
      await page.keyboard.press(key)
      await page.getByRole('dialog').waitFor()
      expect({ key, wrong: await complaints(page, '[role=dialog]') }).toEqual({ key, wrong: [] })
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
  })

  test('a row that a colleague took care of while one looked at it', async () => {
    await page.goto(town.desk.url)
    await rows().first().waitFor()
    await page.evaluate(async () => {
      const { items } = (await (await fetch('/api/v1/conversations')).json()) as { items: { id: string }[] }
      await fetch(`/api/v1/conversations/${items[1]?.id}/noted`, { method: 'POST' })
    })
    await page.locator('.row[data-left]').filter({ hasText: 'noted' }).waitFor()
    expect(await complaints(page)).toEqual([])
  })

  test('a person', async () => {
    await page.goto(town.desk.url)
    await rows().first().waitFor()
    await openFirst()
    await page.getByRole('heading', { level: 1 }).getByRole('link').click()
    await page.locator('.person-talk').first().waitFor()
    expect(await complaints(page)).toEqual([])
  })

  test('the doors: joining by an invitation, and signing in', async () => {
    const link = await page.evaluate(async () => {
      const body = JSON.stringify({ mail: 'ana@acme.example', role: 'teammate' })
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch('/api/v1/invitations', { method: 'POST', headers, body })
      return ((await answer.json()) as { link: string }).link
    })
    const stranger = await town.context.browser()?.newContext({ locale: 'en-GB' })
    if (!stranger) throw new Error('The browser is gone')
    const door = await stranger.newPage()
    door.setDefaultTimeout(10_000)
    await door.goto(link)
    await door.getByRole('heading', { name: 'Join Acme' }).waitFor()
    const join = await complaints(door)
    await door.goto(`${town.desk.url}/rooms`)
    await door.getByRole('heading', { name: 'Sign in' }).waitFor()
    const signIn = await complaints(door)
    await door.getByLabel('Mail address').fill(owner.mail)
    await door.getByLabel('Password').fill(owner.password)
    await door.keyboard.press('Enter')
    await door.getByRole('heading', { name: 'Rooms', level: 1 }).waitFor()
    await stranger.close()
    expect({ join, signIn }).toEqual({ join: [], signIn: [] })
  })
})

/** What the rail and the views say where one is. */
const currentPlaces = () =>
  page
    .locator('nav [aria-current=page]')
    .evaluateAll((links) => links.map((link) => link.textContent?.replace(/\d+$/, '')))

const rows = () => page.getByRole('option')

const wordsOf = async (row: number): Promise<string> =>
  (await rows().nth(row).locator('.row-words').textContent()) ?? ''

async function openFirst(): Promise<void> {
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByRole('log').waitFor()
}

/** Opens the box by its key, writes, and sends with the keyboard. */
async function write(key: 'r' | 'n', box: string, words: string): Promise<void> {
  await page.keyboard.press(key)
  await page.locator(`textarea[aria-label^="${box}"]:focus`).waitFor()
  await page.keyboard.type(words)
  await page.keyboard.press('Control+Enter')
}
