/** Lists of feeds, as readers export them. */
import { type Opml, parseOpml } from 'feedsmith'

/** The feeds of an OPML file, each once, whatever folders they lie in. Throws feedsmith's error when it is none. */
export function feedsOf(opml: string): { title: string; url: string }[] {
  const feeds = new Map<string, { title: string; url: string }>()
  const open = (parseOpml(opml).body?.outlines ?? []).toReversed()
  for (let outline = open.pop(); outline !== undefined; outline = open.pop()) {
    for (const inner of (outline.outlines ?? []).toReversed()) open.push(inner)
    const url = URL.parse(outline.xmlUrl?.trim() ?? '')
    if (!url || !/^https?:$/.test(url.protocol) || feeds.has(url.href)) continue
    feeds.set(url.href, { title: titleOf(outline) ?? url.host, url: url.href })
  }
  return [...feeds.values()]
}

const titleOf = ({ title, text }: Opml.Outline<string>) => title?.trim() || text?.trim() || null
