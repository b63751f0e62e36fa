/** How soon a desk is there, and how much a browser fetches until its first page stands. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtWeb } from '../src/cli/web-build.ts'
import { openBrowser, openWindow } from './browser.ts'
import { found, freePort, spawnDesk, startDesk, stop } from './desk.ts'
import { atMost, figure, median, type Options, type Result, report } from './result.ts'

export const about = 'the time to the first page, and what the first page weighs'

export async function run({ rounds = '5' }: Options): Promise<Result> {
  await builtWeb()
  const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-'))
  try {
    const first = await timeToFirstPage(folder)
    const again: number[] = []
    for (let round = 0; round < Number(rounds); round++) again.push(await timeToFirstPage(folder))
    const weights = await weigh(folder)
    return {
      name: 'start',
      rows: [
        figure('first start, on an empty folder', first / 1000, 's'),
        atMost('second start, median', median(again) / 1000, 's', 2),
        atMost('second start, slowest', Math.max(...again) / 1000, 's', 2),
        atMost('first load of the sign-in page', weights.signIn / 1024, 'KB', 250),
        atMost('first load of the waiting list', weights.waitingList / 1024, 'KB', 250),
      ],
      notes: [
        'A start is timed from the spawn of `earshot serve` until GET / and GET /api/v1/setup have answered; the screens were built before.',
        'A load is every byte that Chromium received with an empty cache, headers included: page, scripts, styles, fonts and the API.',
        `The waiting list showed the 50 rows of a first page. Encodings: ${[...weights.encodings].join(', ')}.`,
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Milliseconds. */
async function timeToFirstPage(data: string): Promise<number> {
  const port = await freePort()
  const began = performance.now()
  const { process: child, url } = await spawnDesk({ data, port })
  try {
    await untilAnswered(`${url}/`, (status) => status === 200)
    // 404 for a link that is none of ours: the API and the database behind it answered.
    await untilAnswered(`${url}/api/v1/setup?token=none`, (status) => status === 404)
    return performance.now() - began
  } finally {
    await stop(child)
  }
}

async function untilAnswered(url: string, well: (status: number) => boolean): Promise<void> {
  for (const until = performance.now() + 60_000; performance.now() < until; ) {
    const status = await fetch(url).then(
      (answer) => answer.status,
      () => 0,
    )
    if (well(status)) return
    await new Promise((done) => setTimeout(done, 10))
  }
  throw new Error(`${url} did not answer within a minute`)
}

/** Bytes of the first load of two screens. */
async function weigh(data: string): Promise<{ signIn: number; waitingList: number; encodings: Set<string> }> {
  const desk = await startDesk({ data })
  const browser = await openBrowser()
  const encodings = new Set<string>()
  const load = async (cookie: string | null, there: string) => {
    const window = await openWindow(browser, desk.url, cookie)
    const page = await window.newPage()
    const wire = await window.newCDPSession(page)
    let bytes = 0
    wire.on('Network.responseReceived', ({ response }) => {
      encodings.add(response.headers['content-encoding'] ?? 'none')
    })
    wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
    })
    await wire.send('Network.enable')
    await page.goto(desk.url)
    await page.waitForSelector(there)
    await page.waitForTimeout(1_500) // fonts and what is fetched ahead
    await window.close()
    return bytes
  }
  try {
    const signIn = await load(null, 'input[type=password]')
    const kit = await found(desk)
    await kit.post('/demo', {})
    const waitingList = await load(kit.cookie, '[role=option]')
    return { signIn, waitingList, encodings }
  } finally {
    await browser.close()
    await desk.stop()
  }
}

if (import.meta.main) await report(about, run)
