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
  /** Its words are all: it carries no facets, embeds and tags. */
  bare: boolean
  /** Where its record stands in the frame. */
  record: Range
  frame: Buffer
}
type Range = { from: number; to: number }

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

// What stands between the identifiers, whose lengths https://atproto.com/specs/did-plc and /tid say.
const beforePlc = bytes('{"did":"did:plc:')
const beforeTime = bytes('","time_us":')
const beforeRev = bytes(',"kind":"commit","commit":{"rev":"')
const beforeRkey = bytes(`","operation":"create","collection":"${postCollection}","rkey":"`)
const beforeRecord = bytes('","record":{')
const afterRecord = bytes(',"cid":"')
const atTheEnd = bytes('"}}')
const plc = 24
const tid = 13
const [didAt, timeAt] = ['{"did":"'.length, beforePlc.length + plc + beforeTime.length]

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a]
const [open, close, openList, closeList] = [0x7b, 0x7d, 0x5b, 0x5d]

const [textKey, tagsKey, replyKey, embedKey, facetsKey] = [
  bytes('text'),
  bytes('tags'),
  bytes('reply'),
  bytes('embed'),
  bytes('facets'),
] as const
const parentKey = bytes('{"parent":{"cid":"')
const uriKey = bytes('","uri":"')

export function glance(frame: Buffer): Glimpse | null {
  if (!stands(beforePlc, frame, 0) || !stands(beforeTime, frame, beforePlc.length + plc)) return null
  let at = timeAt
  let position = 0
  for (let digit = numberAt(frame, at); digit >= 0; digit = numberAt(frame, ++at)) position = position * 10 + digit
  const rkeyAt = at + beforeRev.length + tid + beforeRkey.length
  const recordAt = rkeyAt + tid + beforeRecord.length - 1
  if (!stands(beforeRev, frame, at) || !stands(beforeRkey, frame, rkeyAt - beforeRkey.length)) return null
  if (!stands(beforeRecord, frame, rkeyAt + tid) || position <= 0 || !Number.isSafeInteger(position)) return null

  const found = fieldsOf(frame, recordAt)
  if (found === null || found.words === null) return null
  if (!stands(afterRecord, frame, found.to) || !stands(atTheEnd, frame, frame.length - atTheEnd.length)) return null
  const parent = found.reply < 0 ? undefined : parentAt(frame, found.reply)
  const text = stringIn(frame, found.words)
  if (text === null || parent === null) return null
  return {
    did: frame.toString('latin1', didAt, didAt + beforePlc.length - didAt + plc),
    rkey: frame.toString('latin1', rkeyAt, rkeyAt + tid),
    position,
    text,
    parent: parent ?? null,
    bare: found.bare,
    record: { from: recordAt, to: found.to },
    frame,
  }
}

/** Whether this account stands in it, as its author or anywhere in what it says. */
export const names = ({ did, parent, bare, record, frame }: Glimpse, account: string): boolean =>
  did === account || ((parent !== null || !bare) && frame.toString('latin1', record.from, record.to).includes(account))

type Fields = { words: Range | null; reply: number; bare: boolean; to: number }

/** The fields of the object that begins at `from`, and where it ends. Null: it is spelled in another way. */
function fieldsOf(frame: Buffer, from: number): Fields | null {
  const found: Fields = { words: null, reply: -1, bare: true, to: -1 }
  for (let at = from + 1; at < frame.length; at++) {
    if (frame[at] !== quote) return null
    const key = at + 1
    const keyEnd = stringEnd(frame, key)
    if (frame[keyEnd + 1] !== colon) return null
    const value = keyEnd + 2
    const end = valueEnd(frame, value)
    if (end < 0) return null
    switch (keyEnd - key) {
      case textKey.length:
        if (stands(tagsKey, frame, key)) found.bare = false
        if (!stands(textKey, frame, key)) break
        if (found.words !== null || frame[value] !== quote) return null
        found.words = { from: value + 1, to: end - 1 }
        break
      case replyKey.length:
        if (stands(embedKey, frame, key)) found.bare = false
        if (!stands(replyKey, frame, key)) break
        if (found.reply >= 0) return null
        found.reply = value
        break
      case facetsKey.length:
        if (stands(facetsKey, frame, key)) found.bare = false
    }
    if (frame[end] === close) {
      found.to = end + 1
      return found
    }
    if (frame[end] !== comma) return null
    at = end
  }
  return null
}

/** Behind the value that begins at `at`; -1: it does not end. */
function valueEnd(frame: Buffer, at: number): number {
  let deep = 0
  for (let i = at; i < frame.length; i++) {
    const byte = frame[i]
    if (byte === quote) {
      i = stringEnd(frame, i + 1)
      if (i < 0) return -1
      if (deep === 0) return i + 1
    } else if (byte === open || byte === openList) deep++
    else if (byte === close || byte === closeList) {
      if (deep === 0) return i
      if (--deep === 0) return i + 1
    } else if (byte === comma && deep === 0) return i
  }
  return -1
}

/** The quote that ends the string of which `at` is the first byte; -1: none does. */
function stringEnd(frame: Buffer, at: number): number {
  for (let i = at; i < frame.length; i++) {
    const byte = frame[i]
    if (byte === quote) return i
    if (byte === backslash) i++
  }
  return -1
}

/** The address of the parent in the reply that begins at `at`. Null: it is spelled in another way. */
function parentAt(frame: Buffer, at: number): string | null {
  if (!stands(parentKey, frame, at)) return null
  const cidEnd = stringEnd(frame, at + parentKey.length)
  if (cidEnd < 0 || !stands(uriKey, frame, cidEnd)) return null
  const from = cidEnd + uriKey.length
  const to = stringEnd(frame, from)
  return to < 0 ? null : stringIn(frame, { from, to })
}

/** Null: it is no string. */
function stringIn(frame: Buffer, { from, to }: Range): string | null {
  let plain = true
  for (let i = from; plain && i < to; i++) plain = frame[i] !== backslash && (frame[i] as number) >= 0x20
  if (plain) return frame.toString('utf8', from, to)
  try {
    return JSON.parse(frame.toString('utf8', from - 1, to + 1)) as string
  } catch {
    return null
  }
}

function stands(text: Uint8Array, frame: Buffer, at: number): boolean {
  for (let i = 0; i < text.length; i++) if (frame[at + i] !== text[i]) return false
  return true
}

/** -1: no digit. */
function numberAt(frame: Buffer, at: number): number {
  const digit = (frame[at] as number) - 0x30
  return digit >= 0 && digit <= 9 ? digit : -1
}
