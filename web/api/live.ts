/** One stream of what happens, for the whole app: it wakes exactly the queries that what happened concerns. */
import type { QueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import type { Live } from '../../src/api/shapes.ts'

/** What happened within one short moment, together: a busy hour must not mean a request per message. */
export type Batch = { events: Live[]; conversations: Set<string> }
type Hearer = (batch: Batch) => void

const gatherMs = 50
const countsMs = 1000
/** What else has to be read again after which kind of event. */
const concerns = [
  { kind: 'room', noun: 'rooms' },
  { kind: 'unsaid', noun: 'rooms' },
  { kind: 'listener', noun: 'listeners' },
  { kind: 'question', noun: 'questions' },
  { kind: 'question', noun: 'question' },
  { kind: 'question', noun: 'askings' },
  { kind: 'question', noun: 'ready' },
  { kind: 'team', noun: 'teammates' },
  { kind: 'person', noun: 'person' },
  { kind: 'retention', noun: 'retention' },
  { kind: 'moment', noun: 'person' },
  { kind: 'moment', noun: 'conversation' },
  { kind: 'moment', noun: 'promises' },
  { kind: 'tie', noun: 'person' },
  { kind: 'tie', noun: 'circle' },
  ...['outcomes', 'return', 'upshots', 'objectives', 'objective'].map((noun) => ({ kind: 'outcome', noun })),
  { kind: 'upshot', noun: 'upshots' },
  { kind: 'code', noun: 'codes' },
  ...['person', 'objectives', 'objective', 'how'].map((noun) => ({ kind: 'verdict', noun })),
  ...['replied', 'taken back'].map((kind) => ({ kind, noun: 'how' })),
  ...['care', 'return'].map((noun) => ({ kind: 'care', noun })),
  { kind: 'deed', noun: 'friends' },
  { kind: 'rung', noun: 'ladder' },
  { kind: 'order', noun: 'orders' },
  ...['order', 'replied', 'wooing'].map((kind) => ({ kind, noun: 'steps' })),
  { kind: 'hook', noun: 'hooks' },
  { kind: 'introduction', noun: 'introductions' },
  { kind: 'objective', noun: 'rooms' },
  { kind: 'objective', noun: 'listeners' },
  { kind: 'objective', noun: 'question' },
  ...['objective', 'outcome', 'wooing', 'replied', 'answered there', 'room', 'listener', 'question'].flatMap((kind) => [
    { kind, noun: 'objectives' },
    { kind, noun: 'objective' },
  ]),
  ...['objective', 'team', 'room', 'listener', 'replied', 'answered there'].map((kind) => ({
    kind,
    noun: 'first-steps',
  })),
  { kind: 'voice', noun: 'voice' },
  { kind: 'storm', noun: 'storms' },
  { kind: 'storm', noun: 'storm' },
  ...['wooing', 'replied', 'taken back', 'answered there'].map((kind) => ({ kind, noun: 'wooings' })),
  ...['wooing', 'outcome'].map((kind) => ({ kind, noun: 'won-and-lost' })),
]
const hearers = new Set<Hearer>()
const watchers = new Set<() => void>()
let connected = true

/** Opens the stream and keeps it open. Returns how to close it. */
export function startLive(client: QueryClient): () => void {
  let source: EventSource | null = null
  let gathered: Live[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let toldAt = Number.NEGATIVE_INFINITY
  let countsTimer: ReturnType<typeof setTimeout> | undefined
  let attempt = 0
  let closed = false

  function open() {
    source = new EventSource('/api/v1/events')
    source.onopen = () => {
      attempt = 0
      setConnected(true)
    }
    source.onmessage = (event) => {
      gathered.push(JSON.parse(event.data))
      timer ??= setTimeout(tell, toldAt + gatherMs - performance.now())
    }
    // The browser comes back by itself after a broken line, but gives up after an error answer.
    source.onerror = () => {
      setConnected(false)
      if (source?.readyState !== EventSource.CLOSED || closed) return
      setTimeout(() => closed || open(), Math.min(30_000, 1000 * 2 ** attempt++))
    }
  }

  function tell() {
    timer = undefined
    toldAt = performance.now()
    const events = gathered
    gathered = []
    if (events.some((event) => event.kind === 'resync')) return void client.invalidateQueries()
    const conversations = new Set(events.flatMap((event) => event.conversations))
    for (const id of conversations) client.invalidateQueries({ queryKey: ['conversation', id] })
    for (const { kind, noun } of concerns) {
      if (events.some((event) => event.kind === kind)) void client.invalidateQueries({ queryKey: [noun] })
    }
    countsTimer ??= setTimeout(() => {
      countsTimer = undefined
      client.invalidateQueries({ queryKey: ['counts'] })
    }, countsMs)
    for (const hear of hearers) hear({ events, conversations })
  }

  open()
  return () => {
    closed = true
    source?.close()
    clearTimeout(timer)
    clearTimeout(countsTimer)
  }
}

/** Calls `hear` with what happens, for as long as the component is there. */
export function useLive(hear: Hearer): void {
  useEffect(() => {
    hearers.add(hear)
    return () => void hearers.delete(hear)
  }, [hear])
}

/** Whether the stream is open. */
export function useConnected(): boolean {
  return useSyncExternalStore(watch, () => connected)
}

function watch(changed: () => void) {
  watchers.add(changed)
  return () => void watchers.delete(changed)
}

function setConnected(now: boolean) {
  if (now === connected) return
  connected = now
  for (const changed of watchers) changed()
}
