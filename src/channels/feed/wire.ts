/** A feed as it comes over the wire: bytes in some charset, in RSS, RDF, Atom or JSON Feed. */
import { type AnyFeed, DetectError, ParseError, parseFeed } from 'feedsmith'

export type Wire = AnyFeed<string>

/**
 * The feed in a document, or null when the document is something else (a web page, say). Throws `FeedMalformed` when
 * it is a feed that can't be read. A DOCTYPE is cut off unread, so entities that it declares are never expanded.
 * May take long on hostile input (feedsmith's patterns backtrack), so it is only called in the reader's own thread.
 */
export function parse(text: string): Wire | null {
  try {
    return parseFeed(withoutDoctype(text), { maxItems: mostItems })
  } catch (error) {
    if (error instanceof DetectError) return null
    // A feed in form, and nothing in it that feedsmith knows: an empty one.
    if (error instanceof ParseError) return { format: 'rss', feed: {} }
    const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : ''
    throw new FeedMalformed(`This feed can't be read${cause}`)
  }
}

export class FeedMalformed extends Error {
  override name = 'FeedMalformed'
}

/** RSS 0.91 has an honest one, so it can't be a reason to refuse a feed; but nothing in it is worth the risk. */
function withoutDoctype(text: string): string {
  const start = text.slice(0, 10_000).search(/<!doctype\s/i)
  if (start === -1) return text
  const bracket = text.indexOf('[', start)
  const end = text.indexOf('>', start)
  if (bracket === -1 || end < bracket) return text.slice(0, start) + text.slice(end + 1)
  const close = /\]\s*>/g
  close.lastIndex = bracket
  return close.exec(text) ? text.slice(0, start) + text.slice(close.lastIndex) : text
}

/** Of a longer feed only so many are heard: the first ones, which are the newest almost everywhere. */
export const mostItems = 500

/**
 * The text of a document by what its bytes say (BOM), then what the server says (Content-Type), then what it says of
 * itself (XML prolog), RFC 7303's order; but UTF-8 wherever either names it and the bytes agree, as servers often add
 * a charset nobody chose. Never throws: bytes of no known charset read as windows-1252.
 */
export function textOf(bytes: Uint8Array, contentType: string | null): string {
  const served = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1] ?? null
  const prolog = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)/i.exec(latin(bytes.subarray(0, 300)))?.[1] ?? null
  const byBytes = markOf(bytes)
  const named = [served, prolog].map((charset) => charset?.toLowerCase().replace(/^utf8$/, 'utf-8') ?? null)
  const order = byBytes ? [byBytes] : named.includes('utf-8') ? ['utf-8', ...named] : [...named, 'utf-8']
  for (const charset of order) {
    const text = charset === null ? null : decode(bytes, charset)
    if (text !== null) return text
  }
  return latin(bytes)
}

/** The charset that the first bytes give away: a byte order mark, or `<` in one of UTF-16's two orders. */
function markOf([a, b, c]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le'
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be'
  return null
}

/** Null when the runtime does not know this charset, or the bytes are not of it. */
function decode(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const latin = (bytes: Uint8Array) => new TextDecoder('windows-1252').decode(bytes)
