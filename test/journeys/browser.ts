/** A real Chromium, unpacked from its npm package once a machine. */
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflate } from '@sparticuz/chromium'
import { type Browser, chromium, type Page } from 'playwright-core'

/** Close it when done. On other systems than Linux it is the Chrome that is installed there. */
export async function openBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-background-networking', '--font-render-hinting=none']
  if (process.platform !== 'linux') return chromium.launch({ channel: 'chrome', args })
  const folder = await unpacked()
  const libraries = join(folder, 'al2023', 'lib')
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args,
    // The few libraries that a bare machine lacks come with the package.
    env: { ...(process.env as Record<string, string>), LD_LIBRARY_PATH: libraries },
  })
}

/** Unpacked beside its place and then moved there, so that nobody ever starts half a browser. */
async function unpacked(): Promise<string> {
  const packed = dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))))
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'))
  const folder = join(tmpdir(), `earshot-chromium-${version}`)
  if (existsSync(folder)) return folder
  const beside = mkdtempSync(`${folder}-`)
  const before = process.env.TMPDIR
  // `inflate` knows no other place than the folder for temporary files.
  process.env.TMPDIR = beside
  try {
    await Promise.all(['chromium.br', 'al2023.tar.br'].map((file) => inflate(join(packed, 'bin', file))))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  try {
    renameSync(beside, folder)
  } catch (trouble) {
    if (!existsSync(folder)) throw trouble // else another was quicker, and its copy serves
    rmSync(beside, { recursive: true })
  }
  return folder
}

/** Through the door, as anybody does; afterwards the waiting list is on screen. */
export async function signIn(
  page: Page,
  url: string,
  { mail, password }: { mail: string; password: string },
): Promise<void> {
  await page.goto(`${url}/sign-in`)
  await page.getByLabel('Mail address').fill(mail)
  await page.getByLabel('Password').fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL(`${url}/`)
}
