/** What a web page says of feeds. */
import { walkHtml } from '../../lib/html-walk.ts'

/** The feeds that a page names (`<link rel="alternate">`), in its order, in full. `url` is the page's own address. */
export function feedsNamedBy(html: string, url: string): string[] {
  const named = new Set<string>()
  let base = url
  walkHtml(html, {
    opened(name, attributes) {
      if (name === 'base') base = URL.parse(attributes.get('href') ?? '', url)?.href ?? base
      if (name !== 'link' || named.size >= 10) return
      const rels = attributes.get('rel')?.toLowerCase().split(/\s+/) ?? []
      const type = attributes.get('type')?.toLowerCase().split(';')[0]?.trim() ?? ''
      if (!rels.includes('alternate') || !feedTypes.has(type)) return
      const found = URL.parse(attributes.get('href') ?? '', base)
      if (found && /^https?:$/.test(found.protocol)) named.add(found.href)
    },
    closed() {},
    words() {},
  })
  return [...named]
}

const feedTypes = new Set([
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
  'text/xml',
])
