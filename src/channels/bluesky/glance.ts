/**
 * A look at a Jetstream frame without reading it: the head and the words of a post. Most posts match nothing, and nobody
 * asks what else they say. Whatever is not spelled as Jetstream spells it is no glimpse, and is read in full.
 */
import { postCollection } from './at-uri.ts'

export type Glimpse = {
  did: string
  rkey: string
  /** Microseconds, as the host saw it. */
  position: number
  text: string
  /** What it replies to. */
  parent: string | null
  /** What it carries beside its words: its facets, its embed, its tags, each with its key, as they are spelled. */
  beside: readonly string[]
  /** The record, as it is spelled. */
  record: string
}

// What stands between the identifiers, whose lengths https://atproto.com/specs/did-plc and /tid say.
const beforePlc = '{"did":"did:plc:'
const beforeTime = '","time_us":'
const beforeRev = ',"kind":"commit","commit":{"rev":"'
const beforeRkey = `","operation":"create","collection":"${postCollection}","rkey":"`
const beforeRecord = '","record":{'
const afterRecord = ',"cid":"'
const atTheEnd = '"}}'
const plc = 24
const tid = 13
const [didAt, timeAt] = ['{"did":"'.length, beforePlc.length + plc + beforeTime.length]

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a]
const [open, close, openList, closeList] = [0x7b, 0x7d, 0x5b, 0x5d]

// How records begin, and replies are spelled: what stands as it nearly always does is passed over at once.
const usually = `"$type":"${postCollection}","createdAt":"`
const beforeParent = '{"parent":{"cid":"'
const beforeUri = '","uri":"'
const beforeRoot = '"},"root":{"cid":"'
const afterRoot = '"}}'

export function glance(frame: Buffer): Glimpse | null {
  const json = frame.toString('utf8')
  if (!json.startsWith(beforePlc) || !json.startsWith(beforeTime, beforePlc.length + plc)) return null
  let at = timeAt
  let position = 0
  for (let digit = digitAt(json, at); digit >= 0; digit = digitAt(json, ++at)) position = position * 10 + digit
  const rkeyAt = at + beforeRev.length + tid + beforeRkey.length
  const recordAt = rkeyAt + tid + beforeRecord.length - 1
  if (!json.startsWith(beforeRev, at) || !json.startsWith(beforeRkey, rkeyAt - beforeRkey.length)) return null
  if (!json.startsWith(beforeRecord, rkeyAt + tid) || position <= 0 || !Number.isSafeInteger(position)) return null

  const found = fieldsOf(json, recordAt)
  if (found === null || found.text === null) return null
  if (!json.startsWith(afterRecord, found.to) || !json.endsWith(atTheEnd)) return null
  return {
    did: json.slice(didAt, beforePlc.length + plc),
    rkey: json.slice(rkeyAt, rkeyAt + tid),
    position,
    text: found.text,
    parent: found.reply?.parent ?? null,
    beside: found.beside,
    record: json.slice(recordAt, found.to),
  }
}

/** Whether this account stands in it, as its author or anywhere in what it says. */
export const names = ({ did, parent, beside, record }: Glimpse, account: string): boolean =>
  did === account || ((parent !== null || beside.length > 0) && record.includes(account))

type Fields = { text: string | null; reply: Reply | null; beside: readonly string[]; to: number }
type Reply = { parent: string; end: number }

const nothing: readonly string[] = []

/** The fields of the record that begins at `from`, and where it ends. Null: it is spelled in another way. */
function fieldsOf(json: string, from: number): Fields | null {
  let text: string | null = null
  let reply: Reply | null = null
  let beside: string[] | null = null
  for (let at = behindUsual(json, from + 1); at < json.length; at++) {
    if (json.charCodeAt(at) !== quote) return null
    const keyEnd = stringEnd(json, at + 1)
    if (keyEnd < 0 || json.charCodeAt(keyEnd + 1) !== colon) return null
    const value = keyEnd + 2
    const key = json.slice(at + 1, keyEnd)
    if (key === 'reply') {
      if (reply !== null) return null
      reply = replyAt(json, value)
      if (reply === null) return null
    }
    const end = key === 'reply' && reply !== null ? reply.end : valueEnd(json, value)
    if (end < 0) return null
    if (key === 'text') {
      if (text !== null || json.charCodeAt(value) !== quote) return null
      text = stringIn(json, value, end)
      if (text === null) return null
    } else if (key === 'facets' || key === 'embed' || key === 'tags') {
      beside ??= []
      beside.push(json.slice(at, end))
    }
    if (json.charCodeAt(end) === close) return { text, reply, beside: beside ?? nothing, to: end + 1 }
    if (json.charCodeAt(end) !== comma) return null
    at = end
  }
  return null
}

/** Behind the two fields that nearly every record begins with. */
function behindUsual(json: string, at: number): number {
  if (!json.startsWith(usually, at)) return at
  const end = stringEnd(json, at + usually.length)
  return end > 0 && json.charCodeAt(end + 1) === comma ? end + 2 : at
}

/** Behind the value that begins at `at`; -1: it does not end. */
function valueEnd(json: string, at: number): number {
  let deep = 0
  for (let i = at; i < json.length; i++) {
    const unit = json.charCodeAt(i)
    if (unit === quote) {
      i = stringEnd(json, i + 1)
      if (i < 0) return -1
      if (deep === 0) return i + 1
    } else if (unit === open || unit === openList) deep++
    else if (unit === close || unit === closeList) {
      if (deep === 0) return i
      if (--deep === 0) return i + 1
    } else if (unit === comma && deep === 0) return i
  }
  return -1
}

/** The quote that ends the string of which `from` is the first unit; -1: none does. */
function stringEnd(json: string, from: number): number {
  let end = json.indexOf('"', from)
  while (end > from && isEscaped(json, from, end)) end = json.indexOf('"', end + 1)
  return end
}

function isEscaped(json: string, from: number, at: number): boolean {
  let before = at
  while (before > from && json.charCodeAt(before - 1) === backslash) before--
  return ((at - before) & 1) === 1
}

/** What a reply that begins at `at` answers, and where it ends. Null: it is spelled in another way. */
function replyAt(json: string, at: number): Reply | null {
  if (!json.startsWith(beforeParent, at)) return null
  const parentEnd = refEnd(json, at + beforeParent.length)
  if (parentEnd < 0 || !json.startsWith(beforeRoot, parentEnd)) return null
  const rootEnd = refEnd(json, parentEnd + beforeRoot.length)
  if (rootEnd < 0 || !json.startsWith(afterRoot, rootEnd)) return null
  const from = stringEnd(json, at + beforeParent.length) + beforeUri.length - 1
  const parent = stringIn(json, from, parentEnd + 1)
  return parent === null ? null : { parent, end: rootEnd + afterRoot.length }
}

/** The quote that ends the address in a reference, whose cid begins at `at`; -1: it is spelled in another way. */
function refEnd(json: string, at: number): number {
  const cidEnd = stringEnd(json, at)
  return cidEnd > 0 && json.startsWith(beforeUri, cidEnd) ? stringEnd(json, cidEnd + beforeUri.length) : -1
}

/** The string that is spelled from one quote to behind another. Null: it is none. */
function stringIn(json: string, from: number, to: number): string | null {
  const inside = json.slice(from + 1, to - 1)
  if (!spelledOtherwise.test(inside)) return inside
  try {
    return JSON.parse(json.slice(from, to)) as string
  } catch {
    return null
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they may not stand in a string, and JSON.parse says so.
const spelledOtherwise = /[\\\u0000-\u001f]/

/** -1: no digit. */
function digitAt(json: string, at: number): number {
  const digit = json.charCodeAt(at) - 0x30
  return digit >= 0 && digit <= 9 ? digit : -1
}
