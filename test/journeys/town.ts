/** How a journey begins: a real desk in a real Chromium, mostly with the pretend town in it; and what every journey asks. */
import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, Page } from 'playwright-core'
import { type NewDesk, startNewDesk } from '../../peers/desk.ts'
import { openBrowser } from './browser.ts'

export const owner = { mail: 'kit@acme.example', password: 'a password for tests' }

export type Begun<D extends NewDesk> = {
  desk: D
  context: BrowserContext
  page: Page
  /** What went wrong in the page without a word on it. */
  troubles: string[]
  close(): Promise<void>
}

/** A desk, and a page that stands nowhere yet. */
export async function openDesk<D extends NewDesk>(start: () => Promise<D>): Promise<Begun<D>> {
  const [desk, browser] = await Promise.all([start(), openBrowser()])
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const troubles: string[] = []
  page.on('pageerror', (trouble) => troubles.push(trouble.message))
  page.on('console', (said) => {
    // A refusal of the server is on the page in words; the browser says it a second time.
    if (said.type() === 'error' && !said.text().startsWith('Failed to load resource')) troubles.push(said.text())
  })
  return {
    desk,
    context,
    page,
    troubles,
    async close() {
      await browser.close()
      await desk.stop()
    },
  }
}

/** Kit owns the desk, and the pretend town waits in it. */
export async function openTown(): Promise<Begun<NewDesk>> {
  const town = await openDesk(startNewDesk)
  await town.page.goto(town.desk.setupLink)
  await own(town.page)
  await town.page.getByRole('button', { name: /pretend town/ }).click()
  await town.page.getByRole('option').first().waitFor()
  return town
}

/** On the page of the setup link. */
export async function own(page: Page): Promise<void> {
  await page.getByLabel('Your name').fill('Kit')
  await page.getByLabel('Name of the workspace').fill('Acme')
  await page.getByLabel('Mail address').fill(owner.mail)
  await page.getByLabel('Password').fill(owner.password)
  await page.keyboard.press('Enter')
}

/** What axe finds on the page, in light and in dark: the rule and the place. */
export async function complaints(page: Page, within = 'html'): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).include(within).analyze()
    found.push(...violations.flatMap(({ id, nodes }) => nodes.map((node) => `${colorScheme}: ${id} at ${node.target}`)))
  }
  return found
}
