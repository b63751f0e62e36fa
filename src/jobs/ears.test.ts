import { expect, test } from 'vitest'
import { newId } from '../lib/ids.ts'
import { type Ear, ears } from './ears.ts'
import { isOf } from './hearing.ts'

const ear: Omit<Ear, 'share'> = { databaseUrl: '', calledAs: '', secretKey: '', allowPrivate: [] }
const clock = { now: () => new Date(0), sleep: async () => {} }

/** A thread that does as it is written. */
const thread = (script: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`
    import { parentPort, workerData } from 'node:worker_threads'
    ${script}`)}`,
  )

const untilStopped = `parentPort.on('message', ({ is }) => is === 'stop' && parentPort.close())`

test('each room is heard by one thread', () => {
  for (const of of [1, 2, 3, 16]) {
    const heardBy = Array.from({ length: 300 }, () => {
      const id = newId()
      return Array.from({ length: of }, (_, part) => part).filter((part) => isOf({ part, of }, id))
    })
    expect(heardBy.every((parts) => parts.length === 1)).toBe(true)
    expect(new Set(heardBy.flat()).size).toBe(of)
  }
})

test('what the threads count is one sum, and all end when they are told', async () => {
  const ended = new AbortController()
  const hearing = ears(
    3,
    ear,
    {
      thread: thread(
        `parentPort.postMessage({ is: 'heard', rooms: workerData.share.part, batches: 2 }); ${untilStopped}`,
      ),
      clock,
      log: () => {},
    },
    ended.signal,
  )
  await expect.poll(() => [hearing.rooms, hearing.heard]).toEqual([3, 6])
  ended.abort()
  await hearing.done
})

test('a thread that breaks is said, and started again; what it had counted stays', async () => {
  const ended = new AbortController()
  const log: string[] = []
  const breaking = thread(`
    parentPort.postMessage({ is: 'heard', rooms: 1, batches: 2 })
    setTimeout(() => { throw new Error('the roof fell in') }, 20)`)
  const hearing = ears(1, ear, { thread: breaking, clock, log: (line) => log.push(line) }, ended.signal)
  await expect.poll(() => hearing.heard).toBeGreaterThanOrEqual(6)
  ended.abort()
  await hearing.done
  expect(log.slice(0, 2)).toEqual(['hearing: the roof fell in', 'hearing: thread 1 has ended, and is started again.'])
})

test('who should hurry is told to every thread', async () => {
  const ended = new AbortController()
  const echoing = thread(`
    parentPort.on('message', (word) => {
      if (word.is === 'now') parentPort.postMessage({ is: 'log', line: workerData.share.part + ' hurries for ' + word.roomId })
      else parentPort.close()
    })
    parentPort.postMessage({ is: 'heard', rooms: 1, batches: 0 })`)
  const log: string[] = []
  const hearing = ears(2, ear, { thread: echoing, clock, log: (line) => log.push(line) }, ended.signal)
  await expect.poll(() => hearing.rooms).toBe(2)
  hearing.now('room')
  await expect.poll(() => log.toSorted()).toEqual(['0 hurries for room', '1 hurries for room'])
  ended.abort()
  await hearing.done
})
