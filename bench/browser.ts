/** A real Chromium, as it comes from the package registry. */
import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContext, chromium as driver } from 'playwright-core'

export async function openBrowser(): Promise<Browser> {
  const args = chromium.args.filter((arg) => !notOurs.some((begins) => arg.startsWith(begins)))
  return driver.launch({
    executablePath: await chromium.executablePath(),
    args: [...args, '--disable-gpu'],
    headless: true,
  })
}

// As the package starts it, Chromium ends with its first window (one process), and draws each frame by an emulated graphics
// card, which takes half of a processor; without one it draws what changed.
const notOurs = ['--single-process', '--headless', '--in-process-gpu', '--ignore-gpu', '--use-', '--enable-unsafe']

/** A window of somebody who is signed in by `cookie`, or of nobody. */
export async function openWindow(browser: Browser, url: string, cookie: string | null): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
  for (const pair of cookie?.split('; ') ?? []) {
    const at = pair.indexOf('=')
    await context.addCookies([{ name: pair.slice(0, at), value: pair.slice(at + 1), url }])
  }
  return context
}
