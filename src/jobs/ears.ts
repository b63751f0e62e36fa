/** Hears in threads, so that a loud network holds up neither screens nor replies. Each room is heard by one of them. */
import { Worker } from 'node:worker_threads'
import type { Clock } from '../lib/clock.ts'
import type { Id } from '../lib/ids.ts'
import type { Hearing, Share } from './hearing.ts'

/** What a thread is given: nothing in it is shared. */
export type Ear = {
  databaseUrl: string
  /** As what others see it who ask for the holder of a lock. */
  calledAs: string
  secretKey: string
  allowPrivate: readonly string[]
  share: Share
}
export type ToEar = { is: 'now'; roomId: Id } | { is: 'stop' }
export type FromEar = { is: 'log'; line: string } | { is: 'heard'; rooms: number; batches: number }

const AGAIN_MS = 1_000
const ENDING_MS = 10_000

type Around = { thread: URL; clock: Clock; log: (line: string) => void }

/** `count` threads of `thread`. One that breaks is started again; its rooms go on from where they were. */
export function ears(count: number, ear: Omit<Ear, 'share'>, around: Around, signal: AbortSignal): Hearing {
  const all = Array.from({ length: count }, (_, part) =>
    keepOpen({ ...ear, share: { part, of: count } }, around, signal),
  )
  const sum = (of: (one: Kept) => number) => all.reduce((so, one) => so + of(one), 0)
  return {
    now(roomId) {
      for (const { worker } of all) worker?.postMessage({ is: 'now', roomId } satisfies ToEar)
    },
    get rooms() {
      return sum(({ rooms }) => rooms)
    },
    get heard() {
      return sum(({ heard }) => heard)
    },
    done: Promise.all(all.map(({ done }) => done)).then(() => {}),
  }
}

type Kept = { worker: Worker | null; rooms: number; heard: number; done: Promise<void> }

function keepOpen(ear: Ear, around: Around, signal: AbortSignal): Kept {
  const kept: Kept = { worker: null, rooms: 0, heard: 0, done: Promise.resolve() }
  const open = async () => {
    while (!signal.aborted) {
      kept.worker = new Worker(around.thread, { workerData: ear, name: `ear ${ear.share.part + 1}` })
      await untilEnded(kept.worker, kept, around.log, signal)
      kept.worker = null
      kept.rooms = 0
      if (signal.aborted) return
      around.log(`hearing: thread ${ear.share.part + 1} has ended, and is started again.`)
      await around.clock.sleep(AGAIN_MS, signal)
    }
  }
  kept.done = open()
  return kept
}

function untilEnded(worker: Worker, kept: Kept, log: Around['log'], signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const before = kept.heard
  let late: NodeJS.Timeout | undefined
  const stop = () => {
    worker.postMessage({ is: 'stop' } satisfies ToEar)
    late = setTimeout(() => void worker.terminate(), ENDING_MS)
  }
  worker.on('message', (word: FromEar) => {
    if (word.is === 'log') log(word.line)
    else Object.assign(kept, { rooms: word.rooms, heard: before + word.batches })
  })
  worker.on('error', (error: Error) => log(`hearing: ${error.message}`))
  worker.on('exit', () => {
    clearTimeout(late)
    signal.removeEventListener('abort', stop)
    resolve()
  })
  if (signal.aborted) stop()
  else signal.addEventListener('abort', stop, { once: true })
  return promise
}
