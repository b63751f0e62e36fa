/**
 * The desk is killed fifty times, at moments that a seed decides, while two thousand posts arrive from a real PDS and two
 * hundred replies leave for it over a slow line. Nothing may be lost, and nothing said twice.
 * `KILL_SEED=7` plays the same moments again.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Conversation, ConversationLine, Found, Page, Reply } from './answers.ts'
import { type BlueskyNetwork, type PeerAccount, startBluesky } from './bluesky.ts'
import { ApiRefused, type Desk, startDesk, untilHearing } from './desk.ts'
import { recordsOf } from './records.ts'
import { openSlowLine, type SlowLine } from './slow-line.ts'

const posts = 2_000
const answers = 200
const kills = 50
/** Every so many kills take PostgreSQL too. */
const databaseToo = 5
const delayMs = 300
const longestUpMs = 3_000
/** From one kill to the next, about. */
const cycleMs = 3_000
/** A post this young at a kill was on its way in, or had just come. */
const freshMs = 500

const seed = Number(process.env.KILL_SEED ?? Math.floor(Math.random() * 2 ** 31))
// Each its own, so that the moments don't hang on what else asked first.
const [moment, jitter] = [randomFrom(seed), randomFrom(~seed)]

let network: BlueskyNetwork
let line: SlowLine
let desk: Desk
let acme: PeerAccount
let strangers: PeerAccount[]
let lastSaid = 0

beforeAll(async () => {
  network = await startBluesky()
  line = await openSlowLine(network.pdsUrl, { delayMs })
  acme = await network.account('acme-inc')
  strangers = await Promise.all(['ada', 'bo-b', 'cyd', 'dee', 'eli'].map(network.account))
  desk = await startDesk()
  await desk.api('/rooms', {
    method: 'POST',
    body: {
      channel: 'bluesky',
      fields: {
        handle: acme.handle,
        password: acme.appPassword,
        service: line.url,
        stream: 'pds',
        directory: network.plcUrl,
      },
    },
  })
  // What was said before is not on the stream that we are about to break.
  await untilHearing(desk)
}, 120_000)
afterAll(async () => {
  await desk?.stop()
  await line?.close()
  await network?.close()
})

test(`fifty kills lose no post and say no reply twice (KILL_SEED=${seed})`, { timeout: 480_000 }, async () => {
  const struck: Strike[] = []
  const saying = sayAll(struck)
  const answering = answerAll(struck)
  await killOften(struck)
  await saying
  const acknowledged = await answering
  await until('every reply to arrive', 90_000, async () => (await recordsOf(acme)).length >= answers)
  await until('every post to be heard', 60_000, async () => (await heard()).length >= posts)
  await sleep(2 * delayMs + 1_000) // what could come a second time has come

  const attempts = Map.groupBy(line.tries, ({ rkey }) => rkey)
  const repeated = [...attempts.values()].filter(({ length }) => length > 1)
  const inWindow = struck.filter(({ inFlight }) => inFlight > 0).length
  const whileArriving = struck.filter(({ arriving }) => arriving).length
  const report = {
    seed,
    kills: struck.length,
    inWindow,
    whileArriving,
    tries: line.tries.length,
    repeated: repeated.length,
    ms: spans(struck),
  }
  console.log(JSON.stringify(report))

  expect(await said()).toEqual({ lost: [], twice: [], elsewhere: [] })
  const there = await heard()
  const truth = (await Promise.all(strangers.map(recordsOf))).flat().map(({ text }) => text)
  expect(truth).toHaveLength(posts)
  expect({ lost: missing(truth, there), twice: doubles(there) }).toEqual({ lost: [], twice: [] })
  expect(await conversations()).toBe(posts)

  // The test is worth something only if it struck where it hurts.
  expect(struck).toHaveLength(kills)
  expect(inWindow).toBeGreaterThanOrEqual(kills * 0.3)
  expect(whileArriving).toBeGreaterThanOrEqual(kills * 0.3)
  expect(repeated.length).toBeGreaterThanOrEqual(1)

  async function said() {
    expect(acknowledged.size).toBe(answers)
    const onPds = await recordsOf(acme)
    const wrongParent = onPds.filter(({ text, parent }) => parent !== acknowledged.get(text)?.answers)
    const inDesk = (await Promise.all([...acknowledged].map(standing))).flat()
    const texts = onPds.map(({ text }) => text)
    return {
      lost: [...missing([...acknowledged.keys()], texts), ...inDesk],
      twice: doubles(texts),
      elsewhere: wrongParent.map(({ text }) => text),
    }
  }
})

/**
 * Spreads so many turns over the time of the kills, and waits where the kills are late, so that on any machine there is
 * work under way at each of them. Gives the wait before turn `n`.
 */
const paceOf = (struck: readonly Strike[], turns: number) => async (n: number) => {
  while ((struck.length + 2) * turns < n * kills) await sleep(20)
  await sleep(jitter() * 2 * ((cycleMs * kills) / turns))
}

async function sayAll(struck: readonly Strike[]): Promise<void> {
  const each = posts / strangers.length
  const turn = paceOf(struck, each)
  await Promise.all(
    strangers.map(async (stranger) => {
      for (let n = 1; n <= each; n++) {
        await turn(n)
        const text = `@${acme.handle} kumquat ${n} of ${stranger.handle}?`
        const features = [{ $type: 'app.bsky.richtext.facet#mention', did: acme.did }]
        const facets = [{ index: { byteStart: 0, byteEnd: acme.handle.length + 1 }, features }]
        await stranger.agent.post({ text, facets, createdAt: new Date().toISOString() })
        lastSaid = performance.now()
      }
    }),
  )
}

type Acknowledged = { replyId: string; conversationId: string; answers: string }

/** Two hundred replies, each to somebody else; one that could not be given is given again under the same key. */
async function answerAll(struck: readonly Strike[]): Promise<Map<string, Acknowledged>> {
  const given = new Map<string, Acknowledged>()
  const taken = new Set<string>()
  const turn = paceOf(struck, answers)
  for (let n = 1; n <= answers; n++) {
    await turn(n)
    const to = await stubbornly(() => somebodyNew(taken))
    taken.add(to.id)
    const text = `We hear you, number ${n}.`
    const reply = await stubbornly(() =>
      desk.api<Reply>(`/conversations/${to.id}/replies`, {
        method: 'POST',
        body: { text },
        headers: { 'idempotency-key': `reply ${n}` },
      }),
    )
    given.set(text, { replyId: reply.id, conversationId: to.id, answers: to.preview })
  }
  return given
}

async function somebodyNew(taken: ReadonlySet<string>): Promise<ConversationLine> {
  const { items } = await desk.api<Page<ConversationLine>>('/conversations?state=open&order=newest&limit=50')
  const found = items.find(({ id }) => !taken.has(id))
  if (!found) throw new NobodyYet('Nobody new waits')
  return found
}

class NobodyYet extends Error {
  override name = 'NobodyYet'
}

/** As a good client does: tries again while the desk is down or says that it can't just now. A refusal is a refusal. */
async function stubbornly<T>(ask: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + 60_000; ; await sleep(100)) {
    try {
      return await ask()
    } catch (trouble) {
      if ((trouble instanceof ApiRefused && trouble.status < 500) || Date.now() > end) throw trouble
    }
  }
}

type Strike = { inFlight: number; arriving: boolean; upMs: number; downMs: number }

/** Every other kill waits, after its random time, for a reply on the line, and strikes at a random point of its way. */
async function killOften(struck: Strike[]): Promise<void> {
  // The first replies are on their way after the ten seconds in which they can be taken back.
  await sleep(11_000)
  while (struck.length < kills) {
    const upMs = moment() * longestUpMs
    const [aimed, point] = [moment() < 0.5, moment() * 2 * delayMs]
    await sleep(upMs)
    if (aimed) {
      for (const end = Date.now() + 5_000; line.inFlight().length === 0 && Date.now() < end; ) await sleep(5)
      await sleep(point)
    }
    const [inFlight, arriving] = [line.inFlight().length, performance.now() - lastSaid < freshMs]
    await desk.kill({ database: (struck.length + 1) % databaseToo === 0 })
    const from = performance.now()
    await desk.restart()
    struck.push({ inFlight, arriving, upMs, downMs: performance.now() - from })
  }
}

const spans = (struck: readonly Strike[]) => ({
  up: Math.round(struck.reduce((sum, { upMs }) => sum + upMs, 0) / struck.length),
  down: Math.round(struck.reduce((sum, { downMs }) => sum + downMs, 0) / struck.length),
  longestDown: Math.round(Math.max(...struck.map(({ downMs }) => downMs))),
})

/** The texts of all posts that mention us, as the desk knows them. */
async function heard(): Promise<string[]> {
  const found: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Page<Found> = await desk.api(`/messages?q=kumquat&limit=200&cursor=${encodeURIComponent(cursor)}`)
    found.push(...page.items.map(({ message }) => message.text))
    cursor = page.next
  }
  return found
}

async function conversations(): Promise<number> {
  const ids = new Set<string>()
  for (const state of ['open', 'waiting', 'snoozed', 'done', 'noted']) {
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Page<ConversationLine> = await desk.api(
        `/conversations?state=${state}&limit=200&cursor=${encodeURIComponent(cursor)}`,
      )
      for (const { id } of page.items) ids.add(id)
      cursor = page.next
    }
  }
  return ids.size
}

/** What is wrong with a reply in the desk's own eyes; empty: it stands there once, as sent. */
async function standing([text, { conversationId, replyId }]: [string, Acknowledged]): Promise<string[]> {
  const { thread, replies } = await desk.api<Conversation>(`/conversations/${conversationId}`)
  const times = thread.filter((message) => message.us && message.text === text && message.by !== null).length
  const unsaid = replies.find(({ id }) => id === replyId)
  return times === 1 && !unsaid ? [] : [`${text} (in the thread ${times} times; ${unsaid?.state ?? 'sent'})`]
}

async function until(what: string, ms: number, ready: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(500)) if (await ready()) return
  // What is missing is said by the comparison that follows.
  console.log(`waited ${ms / 1000} s in vain for ${what}`)
}

const missing = (wanted: readonly string[], there: readonly string[]) => {
  const found = new Set(there)
  return wanted.filter((text) => !found.has(text))
}

const doubles = (there: readonly string[]) =>
  [...Map.groupBy(there, (text) => text)].flatMap(([text, times]) => (times.length > 1 ? [text] : []))

/** The same numbers for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
