import * as agreed from '../agreed'
import { besidesRead, embedAt, facetsAt, forgetBesides, noteBeside, otherwise } from './beside'
import { didsIn } from './dids'
import { frame, note, notePosition, noteStretch } from './found'
import { close, colon, comma, escapes, forgetEscapes, quote, stands, stringEnd, valueEnd } from './json'

export { found, frame } from './found'

/** A look at a Jetstream frame: see glance.ts, which calls it. Lengths: https://atproto.com/specs/did-plc and /tid. */
const PLC: usize = 24
const TID: usize = 13
const BEFORE_PLC = '{"did":"did:plc:'
const BEFORE_TIME = '","time_us":'
const BEFORE_REV = ',"kind":"commit","commit":{"rev":"'
const BEFORE_RKEY = '","operation":"create","collection":"app.bsky.feed.post","rkey":"'
const BEFORE_RECORD = '","record":{'
const AFTER_RECORD = ',"cid":"'
const AT_THE_END = '"}}'

/** How records begin, and replies are spelled: what stands as it nearly always does is passed over at once. */
const USUALLY = '"$type":"app.bsky.feed.post","createdAt":"'
const BEFORE_PARENT = '{"parent":{"cid":"'
const BEFORE_URI = '","uri":"'
const BEFORE_ROOT = '"},"root":{"cid":"'
const AFTER_ROOT = '"}}'

/** The highest number that JavaScript counts to. */
const MOST: u64 = 9_007_199_254_740_991

/** Of a frame of so many bytes. False: it is no new post, or is spelled in another way. */
export function glance(length: usize): bool {
  const end = frame + length
  // Whoever looks for the end of anything comes to a stop here.
  for (let at = end; at < end + 64; at += 16) v128.store(at, i64x2.splat(0))
  if (!stands(frame, BEFORE_PLC)) return false
  const didEnd = frame + BEFORE_PLC.length + PLC
  if (!stands(didEnd, BEFORE_TIME)) return false
  let at = didEnd + BEFORE_TIME.length
  let position: u64 = 0
  const first = at
  for (; isDigit(load<u8>(at)); at++) position = position * 10 + (load<u8>(at) - 48)
  if (position === 0 || at - first > 16 || position > MOST) return false
  const rkey = at + BEFORE_REV.length + TID + BEFORE_RKEY.length
  if (!stands(at, BEFORE_REV) || !stands(rkey - BEFORE_RKEY.length, BEFORE_RKEY)) return false
  if (!stands(rkey + TID, BEFORE_RECORD)) return false
  const record = rkey + TID + BEFORE_RECORD.length - 1
  const recordEnd = readRecord(record)
  if (recordEnd === 0 || !stands(recordEnd, AFTER_RECORD) || !stands(end - AT_THE_END.length, AT_THE_END)) return false

  notePosition(position)
  noteStretch(agreed.rkey, rkey, rkey + TID)
  noteStretch(agreed.record, record, recordEnd)
  let dids: u32 = 1 << (load<u8>(didEnd - 1) & 31)
  if (parentEnd !== 0 || besidesRead() > 0) dids |= didsIn(record, recordEnd)
  note(agreed.dids, dids)
  return true
}

function isDigit(byte: u32): bool {
  return byte - 48 < 10
}

let textEnd: usize = 0
let parentEnd: usize = 0

/** The fields of the record that begins here; gives where it ends, 0: it is spelled in another way. */
function readRecord(from: usize): usize {
  textEnd = 0
  parentEnd = 0
  note(agreed.parent, 0)
  forgetBesides()
  let at = behindUsual(from + 1)
  while (true) {
    if (load<u8>(at) !== quote) return 0
    const keyEnd = stringEnd(at + 1)
    if (keyEnd === 0 || load<u8>(keyEnd + 1) !== colon) return 0
    const end = readField(at, keyEnd + 2)
    if (end === 0) return 0
    if (load<u8>(end) === close) return textEnd === 0 ? 0 : end + 1
    if (load<u8>(end) !== comma) return 0
    at = end + 1
  }
}

/** Behind the two fields that nearly every record begins with. */
function behindUsual(at: usize): usize {
  if (!stands(at, USUALLY)) return at
  const end = stringEnd(at + USUALLY.length)
  return end !== 0 && load<u8>(end + 1) === comma ? end + 2 : at
}

/** A field whose key, and whose value, begin here; gives where it ends, 0: it is spelled in another way. */
function readField(key: usize, value: usize): usize {
  if (stands(key, '"text":')) return textEnd === 0 ? readText(value) : 0
  if (stands(key, '"reply":')) return parentEnd === 0 ? readReply(value) : 0
  if (stands(key, '"facets":')) return noteBeside(key, value, facetsAt(value))
  if (stands(key, '"embed":')) return noteBeside(key, value, embedAt(value))
  if (stands(key, '"tags":')) return noteBeside(key, value, otherwise)
  return valueEnd(value)
}

function readText(value: usize): usize {
  if (load<u8>(value) !== quote) return 0
  forgetEscapes()
  textEnd = stringEnd(value + 1)
  if (textEnd === 0) return 0
  noteStretch(agreed.text, value + 1, textEnd)
  note(agreed.isEscaped, u32(escapes))
  return textEnd + 1
}

function readReply(value: usize): usize {
  if (!stands(value, BEFORE_PARENT)) return 0
  forgetEscapes()
  const uri = uriIn(value + BEFORE_PARENT.length)
  const uriEnd = uri === 0 ? 0 : stringEnd(uri)
  if (uriEnd === 0 || escapes || !stands(uriEnd, BEFORE_ROOT)) return 0
  const root = uriIn(uriEnd + BEFORE_ROOT.length)
  const rootEnd = root === 0 ? 0 : stringEnd(root)
  if (rootEnd === 0 || !stands(rootEnd, AFTER_ROOT)) return 0
  noteStretch(agreed.parent, uri, uriEnd)
  parentEnd = uriEnd
  return rootEnd + AFTER_ROOT.length
}

/** Where the address in a reference begins, whose cid begins here; 0: it is spelled in another way. */
function uriIn(cid: usize): usize {
  const cidEnd = stringEnd(cid)
  return cidEnd !== 0 && stands(cidEnd, BEFORE_URI) ? cidEnd + BEFORE_URI.length : 0
}
