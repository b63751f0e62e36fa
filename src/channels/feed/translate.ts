/** From a feed's words to ours. */
import type { Author, Said } from '../../domain/message/heard.ts'
import { plainText, readHtml } from '../../lib/plain-text.ts'
import { dateOf } from './dates.ts'
import { type Entry, type Person, type Sheet, sheetOf, type Words } from './entries.ts'
import { hashOf } from './hash.ts'
import type { Wire } from './wire.ts'

/** What we know of a feed besides its own words. */
export type Origin = {
  /** Who vouches for it: host and path of the address that we listen to. */
  source: string
  /** Where the document really came from: relative addresses start there. */
  url: string
  /** The room's own feed, or the comments on one of its items. */
  role: { is: 'feed' } | { is: 'comments'; room: string; item: string }
  heardAt: Date
}

export type Translated = {
  title: string | null
  /** How often the feed asks to be looked at, in minutes. */
  minutes: number | null
  /** As the feed orders them, no id twice. */
  items: Item[]
}
export type Item = { said: Said; comments: { url: string; count: number | null } | null }

const mostText = 100_000
const mostLine = 500
const mostOf = 50

export function translate(wire: Wire, origin: Origin): Translated {
  const sheet = sheetOf(wire)
  const links = new Map<string | null, Set<string | null>>()
  for (const { guid, link } of sheet.entries) links.set(guid, (links.get(guid) ?? new Set()).add(link))
  const items = new Map<string, Item>()
  for (const entry of sheet.entries) {
    const item = itemOf(entry, { sheet, origin, shared: (links.get(entry.guid)?.size ?? 0) > 1 })
    const known = items.get(item.said.id)
    // Atom lets a feed hold an entry twice: the newest counts (RFC 4287, 4.1.1).
    if (!known || known.said.at < item.said.at) items.set(item.said.id, item)
  }
  return { title: line(sheet.title), minutes: sheet.minutes, items: [...items.values()] }
}

/** `shared`: entries with other links carry the same guid, so that it tells nothing. */
function itemOf(entry: Entry, { sheet, origin, shared }: { sheet: Sheet; origin: Origin; shared: boolean }): Item {
  const base = web(entry.base, web(sheet.base, origin.url) ?? origin.url) ?? origin.url
  const url = web(entry.link, base)
  const body = bodyOf(entry.body)
  const title = line(entry.title)
  const stamp = dateOf(entry.at)
  const id = clean((shared ? null : entry.guid) ?? url ?? hashOf(title, body.text), 2000)
  const said: Said = {
    id,
    source: origin.source,
    // A date ahead of us would stand on top for ever.
    at: stamp && stamp < origin.heardAt ? stamp : origin.heardAt,
    author: authorOf(entry.author ?? (origin.role.is === 'feed' ? sheet.author : null), { sheet, origin, id, base }),
    text: body.text,
    title,
    url,
    langs: [entry.lang ?? sheet.lang].map(languageOf).filter((lang) => lang !== null),
    inReplyTo: entry.inReplyTo ? clean(entry.inReplyTo, 2000) : origin.role.is === 'comments' ? origin.role.item : null,
    quotes: null,
    links: webs([...body.links, ...entry.links], url ?? base).filter((link) => link !== url),
    mentions: [],
    tags: [...new Set(entry.tags.map((tag) => clean(plainText(tag), mostLine)))]
      .filter((tag) => tag !== '')
      .slice(0, mostOf),
    images: picturesOf([...entry.images, ...body.images], url ?? base),
    reasons: ['room'],
  }
  const comments = entry.comments && web(entry.comments.url, base)
  return { said, comments: comments ? { url: comments, count: entry.comments?.count ?? null } : null }
}

/** An item that names nobody is the feed's own word; a comment that names nobody is nobody we could know again. */
function authorOf(by: Person | null, at: { sheet: Sheet; origin: Origin; id: string; base: string }): Author {
  const { sheet, origin, id, base } = at
  // Commenters choose their names: one who calls himself like the feed's author stays another person.
  const among = origin.role.is === 'feed' ? origin.source : `${origin.role.room} comments`
  const named = by?.uri ?? by?.email ?? by?.name
  const nobody = origin.role.is === 'feed' ? among : `${among} ${id}`
  return {
    id: clean(named ? `${among} ${named}` : nobody, 2000),
    handle: null,
    name: by
      ? line({ is: 'html', value: by.name ?? by.email ?? by.uri ?? '' })
      : origin.role.is === 'feed'
        ? line(sheet.title)
        : null,
    avatar: web(by?.avatar, base),
    url: web(by?.uri, base) ?? (by || origin.role.is === 'comments' ? null : web(sheet.link, base)),
    us: false,
  }
}

function bodyOf(words: Words | null): { text: string; links: string[]; images: { src: string; alt: string }[] } {
  if (words === null) return { text: '', links: [], images: [] }
  const read = words.is === 'html' ? readHtml(words.value) : { text: words.value, links: [], images: [] }
  return { ...read, text: clean(read.text, mostText) }
}

function line(words: Words | null): string | null {
  if (words === null) return null
  const text = words.is === 'html' ? plainText(words.value) : words.value
  return clean(text.replace(/\s+/g, ' '), mostLine) || null
}

/** Text that any database takes (no NUL, no half characters), no longer than `most`. */
function clean(text: string, most: number): string {
  const whole = text.replaceAll('\0', '\ufffd').toWellFormed().trim()
  return whole.length <= most
    ? whole
    : `${whole
        .slice(0, most - 1)
        .toWellFormed()
        .trimEnd()}…`
}

/** An address on the web in full, or null when it is none: `javascript:`, `tag:`, a broken one. */
function web(raw: string | null | undefined, base: string): string | null {
  const url = raw ? URL.parse(raw.trim(), base) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.href.length > 4000) return null
  return url.href
}

const webs = (raw: readonly string[], base: string): string[] =>
  [...new Set(raw.map((link) => web(link, base)).filter((link) => link !== null))].slice(0, mostOf)

function picturesOf(raw: readonly { src: string; alt: string }[], base: string): Said['images'] {
  const found = raw.map(({ src, alt }) => ({ url: web(src, base), alt: clean(alt, mostLine) }))
  const seen = new Map(found.filter(({ url }) => url !== null).map((picture) => [picture.url, picture]))
  return [...seen.values()].slice(0, mostOf)
}

/** As BCP 47 writes it, or null for what is no language (`unknown`). */
function languageOf(raw: string | null): string | null {
  try {
    return (raw && Intl.getCanonicalLocales(raw.trim().replace('_', '-'))[0]) || null
  } catch {
    return null
  }
}
