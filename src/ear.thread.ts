/** A thread that hears. It has a connection of its own to the database, and puts together what hearing needs. */
import { parentPort, workerData } from 'node:worker_threads'
import { openDb } from './db/db.ts'
import { bePresent } from './db/presence.ts'
import { handsOf } from './hands.ts'
import type { Ear, FromEar, ToEar } from './jobs/ears.ts'
import { hearing } from './jobs/hearing.ts'

const { databaseUrl, calledAs, secretKey, allowPrivate, share } = workerData as Ear
const TELL_MS = 1_000

const tell = (word: FromEar) => parentPort?.postMessage(word)

const db = openDb(databaseUrl)
const presence = await bePresent(db.url, calledAs, Math.random)
const ended = new AbortController()
const log = (line: string) => tell({ is: 'log', line })
const ears = hearing(handsOf({ db, presence, secretKey, allowPrivate, log }), ended.signal, share)

const telling = setInterval(() => tell({ is: 'heard', rooms: ears.rooms, batches: ears.heard }), TELL_MS)
parentPort?.on('message', (word: ToEar) => {
  if (word.is === 'now') ears.now(word.roomId)
  else ended.abort()
})
await ears.done
clearInterval(telling)
await presence.close()
await db.close()
parentPort?.close()
