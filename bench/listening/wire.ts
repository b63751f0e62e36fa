/** From the bytes of an event to the decision who wants it: as hearing Bluesky does it, by one thread and by two. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { readJetstream } from '../../src/channels/bluesky/jetstream.ts'
import { translate } from '../../src/channels/bluesky/translate.ts'
import { AskedPost } from '../../src/domain/message/asked-post.ts'
import type { Understood } from '../../src/domain/message/understood.ts'
import type { QueryIndex } from '../../src/listening/index/query-index.ts'
import { median } from '../result.ts'

const us = 'did:plc:uuuuuuuuuuuuuuuuuuuuuuuu'
const place = { room: 'The network', channel: 'bluesky' }
const understood = (): Understood => ({ language: null, labels: [], mood: 0, moodSure: 0, urgency: 0 })

/** Gives how many listeners want something of what these frames tell. As many come together as a room takes at a time. */
export function decide(frames: readonly Buffer[], index: QueryIndex): number {
  const posts: AskedPost[] = []
  for (const frame of frames) {
    const read = readJetstream(frame)
    if (read.is !== 'events') continue
    for (const event of read.events) {
      const heard = translate(event, us)
      if (heard.is === 'passing' || heard.is === 'said') posts.push(new AskedPost(heard.message, place, understood))
    }
  }
  return index.matchAll(posts).reduce((sum, { length }) => sum + length, 0)
}

/** Of many, as a room takes them: some at a time. */
export function decideAll(frames: readonly Buffer[], index: QueryIndex): number {
  let wanted = 0
  for (let from = 0; from < frames.length; from += together)
    wanted += decide(frames.slice(from, from + together), index)
  return wanted
}
const together = 50

/** Medians of rounds by turns: microseconds an event from its bytes to the decision, and ÷ decoding and JSON.parse alone. */
export function wireOf(events: readonly Buffer[], index: QueryIndex, rounds: number) {
  decideAll(events.slice(0, 10_000), index)
  const size = 1_000
  const turns = Array.from({ length: rounds }, (_, round) => {
    const some = events.slice((round * size) % (events.length - size)).slice(0, size)
    const parsing = timed(() => {
      for (const event of some) JSON.parse(event.toString('utf8'))
    })
    return { parsing, wire: timed(() => decideAll(some, index)) }
  })
  return {
    wire: median(turns.map(({ wire }) => wire)) / size,
    ratio: median(turns.map(({ wire, parsing }) => wire / parsing)),
  }
}

function timed(work: () => unknown): number {
  const began = performance.now()
  work()
  return (performance.now() - began) * 1_000
}

export type Work = { queries: readonly { id: string; query: string }[]; events: SharedArrayBuffer; ends: number[] }

/** Events a second of two threads ÷ those of one, each with an index of its own over the same queries. */
export async function twoThreads(events: readonly Buffer[], queries: Work['queries'], rounds = 9): Promise<number> {
  const all = Buffer.concat(events)
  const shared = new SharedArrayBuffer(all.length)
  all.copy(new Uint8Array(shared))
  let end = 0
  const ends = events.map(({ length }) => {
    end += length
    return end
  })
  const work: Work = { queries, events: shared, ends }
  const workers = [1, 2].map(() => new Worker(new URL('wire.thread.ts', import.meta.url), { workerData: work }))
  try {
    await Promise.all(workers.map((worker) => once(worker, 'message')))
    const rate = async (some: readonly Worker[]) => {
      const began = performance.now()
      await Promise.all(
        some.map((worker) => {
          worker.postMessage('go')
          return once(worker, 'message')
        }),
      )
      return some.length / (performance.now() - began)
    }
    const [first, second] = workers as [Worker, Worker]
    const ratios: number[] = []
    for (let round = 0; round < rounds; round++) {
      const alone = round % 2 === 0 ? first : second
      ratios.push((await rate([first, second])) / (await rate([alone])))
    }
    return median(ratios)
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}
