import * as agreed from '../agreed'
import { note, noteStretch } from './found'
import { closeList, comma, escapes, forgetEscapes, openList, stands, stringEnd, valueEnd } from './json'

/**
 * What stands beside the words. Hashtags and named accounts are noted where they are spelled as they nearly always are;
 * of anything else it is said that it is there, and JSON.parse must say what it is.
 */
const FACET = '{"features":['
const FACET_TOO = '{"$type":"app.bsky.richtext.facet","features":['
const TAG = '{"$type":"app.bsky.richtext.facet#tag","tag":"'
const MENTION = '{"$type":"app.bsky.richtext.facet#mention","did":"'
const LINK = '{"$type":"app.bsky.richtext.facet#link","uri":"'
const AFTER_VALUE = '"}'
const BYTE_END = '],"index":{"byteEnd":'
const BYTE_START = ',"byteStart":'
const AFTER_INDEX = '}}'
/** Embeds in which there is nothing that is searched as words are. */
const EXTERNAL = '{"$type":"app.bsky.embed.external",'
const QUOTED = '{"$type":"app.bsky.embed.record",'

/** Given for where a value ends: it is there, and is not read here. */
export const otherwise: usize = 1

let count: u32 = 0
let names: u32 = 0
let areNamed = true

export function forgetBesides(): void {
  count = 0
  names = 0
  areNamed = true
  note(agreed.besides, 0)
  note(agreed.names, 0)
}

export function besidesRead(): u32 {
  return count
}

/** Notes a field that stands beside the words; gives where it ends, 0: it does not, or there are too many. */
export function noteBeside(key: usize, value: usize, read: usize): usize {
  const end = read === otherwise ? valueEnd(value) : read
  if (end === 0 || count === agreed.mostBesides) return 0
  noteStretch(agreed.beside + count, key, end)
  note(agreed.besides, ++count)
  if (read === otherwise) areNamed = false
  note(agreed.names, areNamed ? names : -1)
  return end
}

export function embedAt(value: usize): usize {
  return stands(value, EXTERNAL) || stands(value, QUOTED) ? valueEnd(value) : otherwise
}

/** Behind the facets that begin here, `otherwise` where they are spelled otherwise. */
export function facetsAt(value: usize): usize {
  if (load<u8>(value) !== openList) return otherwise
  if (load<u8>(value + 1) === closeList) return value + 2
  forgetEscapes()
  let at = value + 1
  while (true) {
    at = behindFacet(at)
    if (at === otherwise || escapes) return otherwise
    if (load<u8>(at) === closeList) return at + 1
    if (load<u8>(at++) !== comma) return otherwise
  }
}

function behindFacet(from: usize): usize {
  let at = from
  if (stands(at, FACET)) at += FACET.length
  else if (stands(at, FACET_TOO)) at += FACET_TOO.length
  else return otherwise
  while (true) {
    at = behindFeature(at)
    if (at === otherwise) return otherwise
    if (load<u8>(at) !== comma) break
    at++
  }
  if (!stands(at, BYTE_END)) return otherwise
  at = behindDigits(at + BYTE_END.length)
  if (!stands(at, BYTE_START)) return otherwise
  at = behindDigits(at + BYTE_START.length)
  return stands(at, AFTER_INDEX) ? at + AFTER_INDEX.length : otherwise
}

function behindFeature(at: usize): usize {
  if (stands(at, TAG)) return behindName(at + TAG.length, agreed.hashtag)
  if (stands(at, MENTION)) return behindName(at + MENTION.length, agreed.mention)
  if (!stands(at, LINK)) return otherwise
  return behindValue(stringEnd(at + LINK.length))
}

function behindName(at: usize, kind: u32): usize {
  const end = stringEnd(at)
  if (end === 0 || names >= <u32>agreed.mostNames) return otherwise
  const place = agreed.name + names * 2
  names++
  note(place, kind)
  noteStretch(place + 1, at, end)
  return behindValue(end)
}

function behindValue(end: usize): usize {
  return end !== 0 && stands(end, AFTER_VALUE) ? end + AFTER_VALUE.length : otherwise
}

function behindDigits(from: usize): usize {
  let at = from
  while (load<u8>(at) - 48 < <u8>10) at++
  return at
}
