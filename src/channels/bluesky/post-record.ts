/**
 * A post record as we rely on it, read by hand: every post of the network may pass here, and a schema takes five times as
 * long. Only the text is a must; a part that makes no sense is left out, not the post.
 */
export type PostRecord = {
  text: string
  createdAt: string | null
  langs: string[]
  tags: string[]
  /** Of its facets: whom it names (DIDs), where it links to, its hashtags. */
  mentions: string[]
  links: string[]
  hashtags: string[]
  reply: { parent: string; root: string | null } | null
  embed: Embed
}
export type Embed = {
  images: Picture[]
  video: { alt: string; cid: string | null } | null
  external: string | null
  /** The record that it shows: a post, a feed, a list. */
  quotes: string | null
}
export type Picture = { alt: string; cid: string | null }

/** Null: it is no post that we can read. */
export function postRecord(record: unknown): PostRecord | null {
  if (!isObject(record) || typeof record.text !== 'string') return null
  const { text, createdAt, langs, tags, facets, reply, embed } = record
  const read: PostRecord = {
    text,
    createdAt: typeof createdAt === 'string' ? createdAt : null,
    langs: strings(langs),
    tags: strings(tags),
    mentions: [],
    links: [],
    hashtags: [],
    reply: replyIn(reply),
    embed: embedIn(embed),
  }
  for (const facet of list(facets)) if (isObject(facet)) addFeatures(read, facet.features)
  return read
}

function addFeatures(read: PostRecord, features: unknown): void {
  for (const feature of list(features)) {
    if (!isObject(feature)) continue
    const { $type, did, uri, tag } = feature
    if ($type === 'app.bsky.richtext.facet#mention' && typeof did === 'string') read.mentions.push(did)
    if ($type === 'app.bsky.richtext.facet#link' && typeof uri === 'string') read.links.push(uri)
    if ($type === 'app.bsky.richtext.facet#tag' && typeof tag === 'string') read.hashtags.push(tag)
  }
}

function replyIn(reply: unknown): PostRecord['reply'] {
  if (!isObject(reply)) return null
  const parent = uriOf(reply.parent)
  return parent === null ? null : { parent, root: uriOf(reply.root) }
}

const nothing: Embed = { images: [], video: null, external: null, quotes: null }

function embedIn(embed: unknown): Embed {
  if (!isObject(embed)) return nothing
  switch (embed.$type) {
    case 'app.bsky.embed.record':
      return { ...nothing, quotes: uriOf(embed.record) }
    case 'app.bsky.embed.recordWithMedia': {
      const quotes = isObject(embed.record) ? uriOf(embed.record.record) : null
      return quotes === null ? nothing : { ...mediaIn(embed.media), quotes }
    }
    default:
      return mediaIn(embed)
  }
}

function mediaIn(media: unknown): Embed {
  if (!isObject(media)) return nothing
  switch (media.$type) {
    case 'app.bsky.embed.images':
      return { ...nothing, images: list(media.images).flatMap(pictureIn) }
    case 'app.bsky.embed.gallery':
      return { ...nothing, images: list(media.items).flatMap(pictureIn) }
    case 'app.bsky.embed.video':
      return { ...nothing, video: { alt: stringOr(media.alt, ''), cid: linkOf(media.video) } }
    case 'app.bsky.embed.external':
      return { ...nothing, external: isObject(media.external) ? stringOr(media.external.uri, null) : null }
    default:
      return nothing
  }
}

const pictureIn = (picture: unknown): Picture[] =>
  isObject(picture) ? [{ alt: stringOr(picture.alt, ''), cid: linkOf(picture.image) }] : []

const uriOf = (ref: unknown): string | null => (isObject(ref) ? stringOr(ref.uri, null) : null)
const linkOf = (blob: unknown): string | null =>
  isObject(blob) && isObject(blob.ref) ? stringOr(blob.ref.$link, null) : null

const stringOr = <T>(value: unknown, other: T): string | T => (typeof value === 'string' ? value : other)
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const strings = (value: unknown): string[] => list(value).filter((one) => typeof one === 'string')
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
