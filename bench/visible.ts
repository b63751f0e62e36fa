/** How long it takes from an event on Bluesky's stream until whoever looks at the waiting list can see it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { builtWeb } from '../src/cli/web-build.ts'
import { openBrowser, openWindow } from './browser.ts'
import { type Caller, found, startDesk } from './desk.ts'
import { account, type Network, type Said, startNetwork } from './network.ts'
import { atMost, figure, type Options, quantile, type Result, report } from './result.ts'
import { until } from './until.ts'

export const about =
  'from the event on the socket to the row on an open screen, at 500 messages a second that all concern us'

const LIMIT_MS = 500

export async function run({ rate = '500', seconds = '30', answer = '40' }: Options): Promise<Result> {
  await builtWeb()
  const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-'))
  const network = await startNetwork(Number(answer))
  const desk = await startDesk({ data: folder })
  const browser = await openBrowser()
  try {
    const kit = await found(desk)
    const { pds, stream } = network
    const fields = { handle: account.handle, password: account.password, service: pds, stream }
    await kit.post('/rooms', { channel: 'bluesky', fields })
    await until(() => network.listeners > 0)

    const load = { rate: Number(rate), seconds: Number(seconds) }
    await speak(network, { rate: 20, seconds: 5 }) // more than a first page, so that new rows wait behind the list
    const overApi = await seenOverApi(network, kit, load)
    await quiet(kit)
    const window = await openWindow(browser, desk.url, kit.cookie)
    const page = await window.newPage()
    await page.goto(`${desk.url}/?order=newest`)
    await page.waitForSelector('[role=option]')
    const onScreen = await seenOnScreen(network, page, load)
    return {
      name: 'visible',
      rows: [
        figure('spoken', overApi.spoken / load.seconds, 'messages/s'),
        figure('over the API, median', quantile(overApi.waits, 0.5), 'ms'),
        atMost('over the API, p95', quantile(overApi.waits, 0.95), 'ms', LIMIT_MS),
        figure('over the API, p99', quantile(overApi.waits, 0.99), 'ms'),
        atMost('over the API, never seen', overApi.unseen, 'messages', 0),
        figure('in the browser, median', quantile(onScreen.waits, 0.5), 'ms'),
        atMost('in the browser, p95', quantile(onScreen.waits, 0.95), 'ms', LIMIT_MS),
        figure('in the browser, p99', quantile(onScreen.waits, 0.99), 'ms'),
        atMost('in the browser, never seen', onScreen.unseen, 'conversations', 0),
      ],
      notes: [
        `${seconds} s each. Three in four begin a conversation, one in four answers in one; half of the authors are new; the PDS takes ${answer} ms for an answer.`,
        'Over the API: a `heard` event came, and GET /conversations?order=newest after it had the message as the newest of its conversation.',
        'In the browser: Chromium on the waiting list, newest first, "n new" pressed as soon as it shows; until the frame in which the row of the conversation, or of a later one, stands in the list.',
      ],
    }
  } finally {
    await browser.close()
    await desk.stop()
    await network.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Load = { rate: number; seconds: number }
type Spoken = Said & { number: number }
type Seen = { spoken: number; waits: number[]; unseen: number }

let spoken = 0

/** Speaks evenly; `onSaid` is told of each message as it goes out. */
async function speak(
  network: Network,
  { rate, seconds }: Load,
  onSaid: (it: Spoken) => void = () => {},
): Promise<void> {
  const recent: Spoken[] = []
  const began = performance.now()
  for (let count = 0; count < rate * seconds; ) {
    const due = Math.min(rate * seconds, ((performance.now() - began) / 1000) * rate)
    for (; count < due; count++) {
      const number = ++spoken
      const answered = number % 4 === 0 ? (recent[Math.floor(Math.random() * recent.length)] ?? null) : null
      const author = number % 2 === 0 ? number : 1 + Math.floor(Math.random() * 2_000)
      const said = network.say({ author, text: `my order has not come, what now? #${number}`, inReplyTo: answered })
      recent.push({ ...said, number })
      if (recent.length > rate * 5) recent.shift()
      onSaid({ ...said, number })
    }
    await new Promise((done) => setTimeout(done, 2))
  }
}

/** As an open screen reads it: told that something was heard, it asks for the newest rows. */
async function seenOverApi(network: Network, kit: Caller, load: Load): Promise<Seen> {
  const unseen = new Map<string, Spoken[]>() // by the conversation's first message
  const rootOf = new Map<number, string>()
  const waits: number[] = []
  let told = false
  let over = false
  kit.events((event) => {
    if (JSON.parse(event).kind === 'heard') told = true
  })
  const look = async () => {
    const page = JSON.parse(await kit.get('/conversations?view=needs-us&order=newest&limit=200')) as {
      items: { preview: string }[]
    }
    const now = performance.timeOrigin + performance.now()
    for (const { preview } of page.items) {
      const number = Number(/#(\d+)$/.exec(preview)?.[1])
      const root = rootOf.get(number)
      if (root === undefined) continue
      const waiting = unseen.get(root) ?? []
      // What was said before it in the same conversation stands there too.
      waits.push(...waiting.filter((it) => it.number <= number).map((it) => now - it.at))
      unseen.set(
        root,
        waiting.filter((it) => it.number > number),
      )
    }
  }
  const looking = (async () => {
    while (!over) {
      if (told) {
        told = false
        await look()
      } else await new Promise((done) => setTimeout(done, 1))
    }
  })()
  await speak(network, load, (it) => {
    rootOf.set(it.number, it.root)
    unseen.set(it.root, [...(unseen.get(it.root) ?? []), it])
  })
  await new Promise((done) => setTimeout(done, 3_000))
  over = true
  await looking
  return { spoken: rootOf.size, waits, unseen: [...unseen.values()].flat().length }
}

/** As somebody sees it who has the newest first and presses "." whenever it is offered. */
async function seenOnScreen(network: Network, page: Page, load: Load): Promise<Seen> {
  const samples: { at: number; rows: number[] }[] = []
  await page.exposeFunction('seen', (at: number, rows: number[]) => samples.push({ at, rows }))
  await page.evaluate(watchRows)
  const begun: Spoken[] = []
  const rootOf = new Map<number, string>()
  await speak(network, load, (it) => {
    rootOf.set(it.number, it.root)
    if (it.root === it.uri) begun.push(it)
  })
  await new Promise((done) => setTimeout(done, 3_000))
  // Conversations are filed in the order in which they begin: where one stands in the list, those before it do too.
  const order = new Map(begun.map(({ root }, index) => [root, index]))
  const waits: number[] = []
  for (const { at, rows } of samples) {
    const newest = Math.max(-1, ...rows.map((number) => order.get(rootOf.get(number) ?? '') ?? -1))
    while (waits.length <= newest) waits.push(at - (begun[waits.length]?.at ?? at))
  }
  return { spoken: begun.length, waits, unseen: begun.length - waits.length }
}

/** Runs in the page: whenever something there changed, which messages the rows show in the frame after it. */
function watchRows(): void {
  type Element = { textContent: string; click(): void }
  const page = globalThis as unknown as {
    document: {
      body: unknown
      querySelector(what: string): Element | null
      querySelectorAll(what: string): Iterable<Element>
    }
    MutationObserver: new (changed: () => void) => { observe(what: unknown, how: object): void }
    seen(at: number, rows: number[]): void
    requestAnimationFrame(then: () => void): void
  }
  let last = ''
  let waiting = 0
  let isDue = false
  const look = () => {
    isDue = false
    const words = [...page.document.querySelectorAll('.row-words')].map((row) => row.textContent)
    if (words.join() !== last) {
      const numbers = words.flatMap((text) => /#(\d+)$/.exec(text)?.[1] ?? [])
      page.seen(performance.timeOrigin + performance.now(), numbers.map(Number))
    }
    last = words.join()
    const held = page.document.querySelector('.held')
    const count = Number(held?.textContent.replace(/[^\d]/g, '') ?? 0)
    if (count > 0 && (waiting === 0 || count < waiting)) held?.click() // once: pressing again would read the list anew
    waiting = count
  }
  const changed = () => {
    if (!isDue) page.requestAnimationFrame(look)
    isDue = true
  }
  new page.MutationObserver(changed).observe(page.document.body, {
    subtree: true,
    childList: true,
    characterData: true,
  })
  changed()
}

/** Until nothing more comes in. */
async function quiet(kit: Caller): Promise<void> {
  let newest = ''
  await until(async () => {
    const was = newest
    newest = await kit.get('/conversations?view=needs-us&order=newest&limit=1')
    await new Promise((done) => setTimeout(done, 1_000))
    return was === newest
  })
}

if (import.meta.main) await report(about, run)
