/**
 * Reads documents in a thread of its own, so that no feed can hold up the house. A feed is a stranger's text, and some
 * texts keep the parser busy for long (23 s for 100 KB of dots in an author’s address): then the thread is ended.
 */
import { Worker } from 'node:worker_threads'
import type { Origin, Translated } from './translate.ts'

export type Document = { bytes: Uint8Array; contentType: string | null; origin: Origin }
export type Outcome =
  | ({ is: 'feed' } & Translated)
  /** A web page, and the feeds that it names. */
  | { is: 'page'; names: string[] }
  | { is: 'unread'; why: string }

const mostMs = 1000
const mostMegabytes = 256

/** What a document says. One at a time, in the order of asking; never longer than a second each. */
export function read(document: Document): Promise<Outcome> {
  const outcome = queue.then(() => readNow(document))
  queue = outcome.catch(() => {})
  return outcome
}

let queue: Promise<unknown> = Promise.resolve()
let thread: Promise<Worker> | null = null

async function readNow(document: Document): Promise<Outcome> {
  thread ??= started()
  const worker = await thread
  worker.ref()
  const { promise, resolve } = Promise.withResolvers<Outcome>()
  const end = (why: string) => {
    thread = null
    void worker.terminate()
    resolve({ is: 'unread', why })
  }
  const outgrown = () => end('This feed takes more memory to read than we give it.')
  const timer = setTimeout(() => end('This feed takes too long to read; it may be made to.'), mostMs)
  worker.once('message', resolve)
  worker.once('error', outgrown)
  worker.postMessage(document)
  const outcome = await promise
  clearTimeout(timer)
  worker.off('message', resolve)
  worker.off('error', outgrown)
  // An idle thread shall not keep the program up.
  worker.unref()
  return outcome
}

function started(): Promise<Worker> {
  const worker = new Worker(new URL('./reader.thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
  const { promise, resolve, reject } = Promise.withResolvers<Worker>()
  worker.once('message', () => {
    worker.off('error', reject)
    // One that is ended may still fail while it ends.
    worker.on('error', () => {})
    resolve(worker)
  })
  worker.once('error', (error) => {
    thread = null
    reject(error)
  })
  return promise
}
