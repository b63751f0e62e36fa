/** What a teammate does in a day, in a real Chromium on a real desk where the pretend town talks. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type NewDesk, startNewDesk } from '../../peers/desk.ts'
import { openBrowser } from './browser.ts'

const owner = { mail: 'kit@acme.example', password: 'a password for tests' }

let desk: NewDesk
let browser: Browser
let context: BrowserContext
let page: Page
let troubles: string[] = []

beforeAll(async () => {
  const opened = await Promise.all([startNewDesk(), openBrowser()])
  desk = opened[0]
  browser = opened[1]
  context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
  })
  page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.on('pageerror', (trouble) => troubles.push(trouble.message))
  page.on('console', (said) => {
    // A refusal of the server is on the page in words; the browser says it a second time.
    if (said.type() === 'error' && !said.text().startsWith('Failed to load resource')) troubles.push(said.text())
  })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})
beforeEach(() => {
  troubles = []
  return () => expect(troubles).toEqual([])
})

describe('the first day', () => {
  test('nothing is wrong with the setup screen for those who see little', async () => {
    await page.goto(desk.setupLink)
    await page.getByLabel('Your name').waitFor()
    expect(await complaints(page)).toEqual([])
  })

  test('who comes by the setup link owns the desk and stands before an empty list', async () => {
    await page.getByLabel('Your name').fill('Kit')
    await page.getByLabel('Name of the workspace').fill('Acme')
    await page.getByLabel('Mail address').fill(owner.mail)
    await page.getByLabel('Password').fill(owner.password)
    await page.keyboard.press('Enter')
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
    await page.goto(desk.url)
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
    await page.goto(`${desk.url}/?view=snoozed`)
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

describe('one human, many names', () => {
  test('s shows both sides, Enter joins them, and z takes them apart again', async () => {
    await personCalled('Priya')
    await page.getByText('Might be the same as').waitFor()
    await page.getByText('same rare handle (priya)').waitFor()
    await page.keyboard.press('s')
    const dialog = page.getByRole('dialog', { name: 'One and the same?' })
    await dialog.getByText('This name stays').waitFor()
    expect(await complaints(page, '[role=dialog]')).toEqual([])
    await dialog.getByRole('button', { name: 'Join' }).press('Enter')
    await page.getByRole('heading', { name: 'Joined' }).waitFor()
    expect(await page.getByRole('list', { name: 'Known as' }).getByRole('listitem').count()).toBe(2)
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('z')
    await page.getByText('Might be the same as').waitFor()
    expect(await page.getByRole('list', { name: 'Known as' }).getByRole('listitem').count()).toBe(1)
  })

  test('whom the desk does not suggest is found by name, and a no is remembered', async () => {
    await personCalled('Nadia')
    await page.keyboard.press('s')
    await page.getByRole('searchbox', { name: 'Name or handle' }).fill('thandi')
    await page
      .getByRole('option', { name: /Thandi/ })
      .first()
      .waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText('No evidence was found: you say so.').waitFor()
    await page.keyboard.press('Escape')
    await personCalled('Thandi')
    await page.getByRole('button', { name: 'Not the same' }).press('Enter')
    await page.getByText('Might be the same as').waitFor({ state: 'detached' })
    await page.reload()
    await page.getByRole('heading', { name: 'Last conversations' }).waitFor()
    expect(await page.getByText('Might be the same as').count()).toBe(0)
  })
})

describe('ties', () => {
  test('t holds somebody, their rhythm is chosen, and the circle counts them', async () => {
    await personCalled('דב')
    await page.keyboard.press('t')
    await page.getByLabel('How close').selectOption('friend')
    await page.getByLabel('In touch').selectOption('every two weeks')
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('g')
    await page.keyboard.press('c')
    await page.getByRole('heading', { name: 'Held by Kit' }).waitFor()
    await page.getByText('this desk can hold 150').waitFor()
    await page.locator('.tie').filter({ hasText: 'דב' }).filter({ hasText: 'friend · every two weeks' }).waitFor()
    expect(await complaints(page)).toEqual([])
  })

  test('who has no colleague is told that nobody is there to hand over to', async () => {
    await page.goto(`${desk.url}/circle`)
    await page.getByRole('button', { name: 'Hand all over' }).press('Enter')
    await page.getByRole('dialog').getByText('There is no colleague yet.').waitFor()
    expect(await complaints(page, '[role=dialog]')).toEqual([])
    await page.keyboard.press('Escape')
  })
})

describe('memory', () => {
  test('+ writes a promise down, z takes it back', async () => {
    await personCalled('דב')
    await page.keyboard.press('+')
    const dialog = page.getByRole('dialog', { name: 'Remember something' })
    await dialog.getByLabel('What to remember').fill('Keep the twelfth challah')
    await dialog.getByLabel('What it is').selectOption('promise')
    await dialog.getByLabel('Due on').fill('2030-01-01')
    expect(await complaints(page, '[role=dialog]')).toEqual([])
    await dialog.getByRole('button', { name: 'Write it down' }).press('Enter')
    await page.getByText('Keep the twelfth challah').waitFor()
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('z')
    await page.getByText('Keep the twelfth challah').waitFor({ state: 'detached' })
  })

  test('before a reply the desk says whom one speaks with, and what not to do', async () => {
    await page.goto(desk.url)
    await rows().filter({ hasText: 'Keane' }).first().click()
    const brief = page.getByRole('region', { name: 'Before you reply' }).locator('visible=true')
    await brief.getByText('say shi-VAWN').waitFor()
    await brief.getByText('They lost somebody.').waitFor()
    expect(await brief.getByRole('listitem').count()).toBeLessThanOrEqual(6)
    expect(await complaints(page)).toEqual([])
  })
})

/** To the page of the first person whose name begins like that. */
async function personCalled(name: string): Promise<void> {
  const id = await page.evaluate(async (q) => {
    const { items } = (await (await fetch(`/api/v1/people?q=${q}`)).json()) as { items: { id: string }[] }
    return items[0]?.id
  }, name)
  await page.goto(`${desk.url}/people/${id}`)
  await page.getByRole('heading', { name: 'Last conversations' }).waitFor()
}

describe('a listener, by keyboard', () => {
  const box = () => page.getByLabel('Listen for')

  beforeEach(async () => {
    await page.goto(`${desk.url}/listeners`)
    await page.getByRole('button', { name: 'New listener' }).press('Enter')
    await page.getByLabel('Name', { exact: true }).fill('Cake')
    await box().focus()
  })

  test('what can come next is offered, chosen with the arrows, and closed by Escape', async () => {
    await page.keyboard.type('cake ha')
    const offers = page.getByRole('listbox', { name: 'Suggestions' })
    await offers.waitFor()
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('ArrowDown')
    expect(await box().getAttribute('aria-activedescendant')).toBe(
      await offers.getByRole('option', { selected: true }).getAttribute('id'),
    )
    await page.keyboard.press('Enter')
    await page.keyboard.type('q')
    await offers.getByRole('option', { name: 'question' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await box().inputValue()).toBe('cake has:question ')
    await page.keyboard.type('l')
    await offers.waitFor()
    await page.keyboard.press('Escape')
    await offers.waitFor({ state: 'detached' })
    expect(await box().inputValue()).toBe('cake has:question l')
  })

  test('what can not be read is told with its place while it is written', async () => {
    await page.keyboard.type('cake ')
    await page.locator('.example').first().waitFor()
    await page.keyboard.type('(almond')
    await page.getByText('Column 6: this ( is not closed').waitFor()
    expect(await page.locator('.query-under mark').textContent()).toBe('(almond')
    expect(await box().getAttribute('aria-invalid')).toBe('true')
    expect(await complaints(page)).toEqual([])
  })

  test('what it would have heard is judged with y and x, and what to exclude is taken over', async () => {
    await page.keyboard.type('cake OR bread')
    await page.locator('.example').first().waitFor()
    expect(await page.locator('.example mark').first().textContent()).toMatch(/cake|bread/i)
    await page.getByRole('img', { name: /most on/ }).waitFor()
    await box().blur()
    for (const key of ['y', 'x', 'x', 'x', 'x', 'x']) await page.keyboard.press(key)
    expect(await page.locator('.example [aria-pressed=true]').count()).toBe(6)
    const proposal = page.getByRole('button', { name: /^Exclude/ }).first()
    await proposal.waitFor()
    const term = await proposal.locator('code').textContent()
    expect(await complaints(page)).toEqual([])
    await proposal.press('Enter')
    expect(await box().inputValue()).toBe(`(cake OR bread) -${term}`)
    await page.getByRole('button', { name: 'Save' }).press('Enter')
    const card = page.locator('.listener').filter({ hasText: `(cake OR bread) -${term}` })
    await card.getByText(/of the last \d judged are about you/).waitFor()
  })

  test('a query of another tool is brought over, and what is not the same is listed', async () => {
    await page.getByText('Paste a query from').press('Enter')
    await page.getByLabel('It comes from').selectOption('X')
    await page.getByLabel('The query as it stands there').fill('(cake OR bread) -is:retweet sample:10')
    await page.getByRole('button', { name: 'Bring it over' }).press('Enter')
    await page.getByText('2 things are not the same here').waitFor()
    expect(await box().inputValue()).toBe('cake OR bread')
    expect(await complaints(page)).toEqual([])
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
    ['listeners', '/listeners', '.listener'],
    ['settings', '/settings', '#settings-demo'],
    ['nowhere', '/no-such-place', 'a, button'],
  ]
  test.each(screens)('%s', async (_screen, path, shows) => {
    await page.goto(desk.url + path)
    await page.locator(shows).first().waitFor()
    await page.waitForLoadState('networkidle').catch(() => {})
    expect(await complaints(page)).toEqual([])
  })

  test('a conversation, its note tab and the dialogs over it', async () => {
    await page.goto(desk.url)
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
    await page.goto(desk.url)
    await rows().first().waitFor()
    await page.evaluate(async () => {
      const { items } = (await (await fetch('/api/v1/conversations')).json()) as { items: { id: string }[] }
      await fetch(`/api/v1/conversations/${items[1]?.id}/noted`, { method: 'POST' })
    })
    await page.locator('.row[data-left]').filter({ hasText: 'noted' }).waitFor()
    expect(await complaints(page)).toEqual([])
  })

  test('a person', async () => {
    await page.goto(desk.url)
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
    const stranger = await context.browser()?.newContext({ locale: 'en-GB' })
    if (!stranger) throw new Error('The browser is gone')
    const door = await stranger.newPage()
    door.setDefaultTimeout(10_000)
    await door.goto(link)
    await door.getByRole('heading', { name: 'Join Acme' }).waitFor()
    const join = await complaints(door)
    await door.goto(`${desk.url}/rooms`)
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

/** What axe finds on the page, in light and in dark: the rule and the place. */
async function complaints(of: Page, within = 'html'): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await of.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page: of }).include(within).analyze()
    found.push(...violations.flatMap(({ id, nodes }) => nodes.map((node) => `${colorScheme}: ${id} at ${node.target}`)))
  }
  return found
}
