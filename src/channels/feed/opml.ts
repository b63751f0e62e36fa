/** Lists of feeds, as readers export them. */
import { type Opml, parseOpml } from 'feedsmith'

/** The feeds of an OPML file, each once, whatever folders they lie in. Throws `OpmlMalformed` when it is none. */
export function feedsOf(opml: string): { title: string; url: string }[] {
  const feeds = new Map<string, { title: string; url: string }>()
  const open = outlinesOf(opml).toReversed()
  for (let outline = open.pop(); outline !== undefined; outline = open.pop()) {
    for (const inner of (outline.outlines ?? []).toReversed()) open.push(inner)
    const url = URL.parse(outline.xmlUrl?.trim() ?? '')
    if (!url || !/^https?:$/.test(url.protocol) || feeds.has(url.href)) continue
    feeds.set(url.href, { title: titleOf(outline) ?? url.host, url: url.href })
  }
  return [...feeds.values()]
}

export class OpmlMalformed extends Error {
  override name = 'OpmlMalformed'
  constructor(cause: unknown) {
    super("This is not a list of feeds (OPML), or one that can't be read", { cause })
  }
}

function outlinesOf(opml: string): Opml.Outline<string>[] {
  try {
    return parseOpml(opml).body?.outlines ?? []
  } catch (error) {
    throw new OpmlMalformed(error)
  }
}

const titleOf = ({ title, text }: Opml.Outline<string>) => title?.trim() || text?.trim() || null
