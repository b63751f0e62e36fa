/** The four kinds of feed in one shape, still in their words: what each calls a title, a body, an author. */
import type { AtomFeed, JsonFeed, MediaNs, RdfFeed, RssFeed, SyNs } from 'feedsmith'
import type { Wire } from './wire.ts'

export type Sheet = {
  title: Words | null
  link: string | null
  /** Who speaks where an entry names nobody. */
  author: Person | null
  lang: string | null
  base: string | null
  /** How often the feed asks to be looked at. */
  minutes: number | null
  entries: Entry[]
}

export type Entry = {
  guid: string | null
  link: string | null
  title: Words | null
  body: Words | null
  at: string | null
  author: Person | null
  lang: string | null
  base: string | null
  tags: string[]
  links: string[]
  images: { src: string; alt: string }[]
  inReplyTo: string | null
  /** Where its comments can be heard, and how many it has, if it says. */
  comments: { url: string; count: number | null } | null
}

export type Words = { is: 'text' | 'html'; value: string }
export type Person = { name: string | null; uri: string | null; email: string | null; avatar: string | null }

export function sheetOf(wire: Wire): Sheet {
  switch (wire.format) {
    case 'rss':
      return rssSheet(wire.feed)
    case 'rdf':
      return rdfSheet(wire.feed)
    case 'atom':
      return atomSheet(wire.feed)
    case 'json':
      return jsonSheet(wire.feed)
  }
}

function rssSheet(feed: RssFeed.Feed<string>): Sheet {
  return {
    title: html(feed.title),
    link: feed.link ?? null,
    author: creator(feed.dc?.creators) ?? person(feed.itunes?.author),
    lang: feed.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang ?? null,
    base: feed.xml?.base ?? null,
    minutes: feed.ttl ?? minutesOf(feed.sy),
    entries: (feed.items ?? []).map(rssEntry),
  }
}

function rssEntry(item: RssFeed.Item<string>): Entry {
  const { guid, wfw, slash, thr, dc, atom, media } = item
  // By RSS 2.0 a guid is an address unless it says otherwise; most that are none do not say so.
  const permalink =
    guid?.isPermaLink !== false && /^https?:\/\//i.test(guid?.value ?? '') ? (guid?.value ?? null) : null
  const [author] = item.authors ?? []
  const enclosures = item.enclosures ?? []
  return {
    guid: guid?.value ?? atom?.id ?? dc?.identifiers?.[0] ?? null,
    link: item.link ?? alternate(atom?.links) ?? permalink,
    title: html(item.title) ?? words(atom?.title) ?? html(dc?.titles?.[0]),
    body:
      html(item.content?.encoded) ??
      html(item.description) ??
      words(atom?.content) ??
      words(atom?.summary) ??
      html(dc?.descriptions?.[0]) ??
      mediaWords(media) ??
      html(item.itunes?.summary),
    at: item.pubDate ?? dc?.dates?.[0] ?? item.dcterms?.created?.[0] ?? atom?.published ?? atom?.updated ?? null,
    author: author
      ? person(author.name, author.link, author.email)
      : (creator(dc?.creators) ?? atomPerson(atom?.authors?.[0]) ?? person(item.itunes?.author)),
    lang: dc?.languages?.[0] ?? item.xml?.lang ?? null,
    base: item.xml?.base ?? null,
    tags: [...(item.categories ?? []).map(({ name }) => name ?? ''), ...(dc?.subjects ?? [])],
    links: enclosures.filter(({ type }) => !isImage(type)).map(({ url }) => url ?? ''),
    images: [...enclosures.filter(({ type }) => isImage(type)).map(({ url }) => picture(url)), ...mediaImages(media)],
    inReplyTo: thr?.inReplyTos?.[0]?.ref ?? null,
    comments: commentsOf(wfw?.commentRss, slash?.comments ?? thr?.total) ?? replies(atom?.links, thr?.total),
  }
}

function rdfSheet(feed: RdfFeed.Feed<string>): Sheet {
  return {
    title: html(feed.title),
    link: feed.link ?? null,
    author: creator(feed.dc?.creators),
    lang: feed.dc?.languages?.[0] ?? feed.xml?.lang ?? null,
    base: feed.xml?.base ?? null,
    minutes: minutesOf(feed.sy),
    entries: (feed.items ?? []).map((item) => ({
      guid: item.rdf?.about ?? item.dc?.identifiers?.[0] ?? null,
      link: item.link ?? alternate(item.atom?.links) ?? item.rdf?.about ?? null,
      title: html(item.title) ?? html(item.dc?.titles?.[0]),
      body: html(item.content?.encoded) ?? html(item.description) ?? html(item.dc?.descriptions?.[0]),
      at: item.dc?.dates?.[0] ?? item.dcterms?.created?.[0] ?? item.atom?.published ?? item.atom?.updated ?? null,
      author: creator(item.dc?.creators),
      lang: item.dc?.languages?.[0] ?? item.xml?.lang ?? null,
      base: item.xml?.base ?? null,
      tags: item.dc?.subjects ?? [],
      links: [],
      images: mediaImages(item.media),
      inReplyTo: null,
      comments: commentsOf(item.wfw?.commentRss, item.slash?.comments),
    })),
  }
}

function atomSheet(feed: AtomFeed.Feed<string>): Sheet {
  return {
    title: words(feed.title),
    link: alternate(feed.links),
    author: atomPerson(feed.authors?.[0]),
    lang: feed.xml?.lang ?? null,
    base: feed.xml?.base ?? null,
    minutes: minutesOf(feed.sy),
    entries: (feed.entries ?? []).map((entry) => ({
      guid: entry.id ?? null,
      link: alternate(entry.links),
      title: words(entry.title),
      body: words(entry.content) ?? words(entry.summary) ?? mediaWords(entry.media),
      at: entry.published ?? entry.updated ?? entry.dc?.dates?.[0] ?? null,
      author: atomPerson(entry.authors?.[0]) ?? atomPerson(entry.source?.authors?.[0]) ?? creator(entry.dc?.creators),
      lang: entry.content?.xml?.lang ?? entry.xml?.lang ?? entry.dc?.languages?.[0] ?? null,
      base: entry.content?.xml?.base ?? entry.xml?.base ?? null,
      tags: (entry.categories ?? []).map(({ label, term }) => label ?? term ?? ''),
      links: (entry.links ?? [])
        .filter(({ rel }) => rel === 'enclosure' || rel === 'related')
        .map(({ href }) => href ?? ''),
      images: mediaImages(entry.media),
      inReplyTo: entry.thr?.inReplyTos?.[0]?.ref ?? null,
      comments: replies(entry.links, entry.thr?.total) ?? commentsOf(entry.wfw?.commentRss, entry.slash?.comments),
    })),
  }
}

function jsonSheet(feed: JsonFeed.Feed<string>): Sheet {
  const jsonPerson = (author: JsonFeed.Author | undefined) =>
    author ? { ...person(author.name, author.url), avatar: author.avatar ?? null } : null
  return {
    title: text(feed.title),
    link: feed.home_page_url ?? null,
    author: jsonPerson(feed.authors?.[0]) as Person | null,
    lang: feed.language ?? null,
    base: null,
    minutes: null,
    entries: (feed.items ?? []).map((item) => ({
      guid: item.id ?? null,
      link: item.url ?? item.external_url ?? null,
      title: text(item.title),
      body: html(item.content_html) ?? text(item.content_text) ?? text(item.summary),
      at: item.date_published ?? item.date_modified ?? null,
      author: jsonPerson(item.authors?.[0]) as Person | null,
      lang: item.language ?? null,
      base: null,
      tags: item.tags ?? [],
      links: [item.external_url ?? '', ...(item.attachments ?? []).map(({ url }) => url ?? '')],
      images: [picture(item.image), picture(item.banner_image)],
      inReplyTo: null,
      comments: null,
    })),
  }
}

const text = (value: string | undefined): Words | null => (value ? { is: 'text', value } : null)
const html = (value: string | undefined): Words | null => (value ? { is: 'html', value } : null)

/** Atom says of each text what it is; anything but text (a picture in base64) is not words. */
function words(it: { value?: string; type?: string } | undefined): Words | null {
  const type = it?.type?.toLowerCase() ?? 'text'
  if (type === 'text' || type === 'text/plain') return text(it?.value)
  return type.includes('html') ? html(it?.value) : null
}

const mediaWords = (media: MediaNs.ItemOrFeed | undefined): Words | null =>
  words(media?.description ?? media?.groups?.[0]?.description)

function mediaImages(media: MediaNs.ItemOrFeed | undefined) {
  const inside = [media, ...(media?.groups ?? []), ...(media?.contents ?? [])]
  const shown = (media?.contents ?? []).filter(({ medium, type }) => medium === 'image' || isImage(type))
  return [...shown, ...inside.flatMap((part) => part?.thumbnails ?? [])].map(({ url }) => picture(url))
}

const picture = (url: string | undefined) => ({ src: url ?? '', alt: '' })
const isImage = (type: string | undefined) => type?.toLowerCase().startsWith('image/') ?? false

function person(name?: string, uri?: string, email?: string): Person | null {
  if (!name && !uri && !email) return null
  return { name: name ?? null, uri: uri ?? null, email: email ?? null, avatar: null }
}

const creator = (creators: readonly string[] | undefined) => person(creators?.[0])
const atomPerson = (it: AtomFeed.Person | undefined) => person(it?.name, it?.uri, it?.email)

type Link = AtomFeed.Link<string>

const alternate = (links: readonly Link[] | undefined): string | null =>
  links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href ?? null

const commentsOf = (url: string | undefined, count: number | undefined) => (url ? { url, count: count ?? null } : null)

/** RFC 4685: a link to a feed of the replies; without a type it may as well be a page. */
function replies(links: readonly Link[] | undefined, total: number | undefined) {
  const link = links?.find(({ rel, type }) => rel === 'replies' && /atom|rss/.test(type ?? ''))
  return commentsOf(link?.href, link?.thr?.count ?? total)
}

const periods: Record<string, number> = { hourly: 60, daily: 1440, weekly: 10_080, monthly: 43_200, yearly: 525_600 }

function minutesOf(sy: SyNs.Feed<string> | undefined): number | null {
  const period = periods[sy?.updatePeriod?.toLowerCase() ?? '']
  return period === undefined ? null : period / Math.max(1, sy?.updateFrequency ?? 1)
}
