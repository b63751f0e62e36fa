/** Whether a web page says of another page that it is the same person's (`rel="me"`, https://microformats.org/wiki/rel-me). */
import { walkHtml } from './html-walk.ts'

/** `url`: where the page itself stands. Only links and anchors with `rel="me"` count; words about a page do not. */
export function namesAsMe(html: string, url: string, page: string): boolean {
  const wanted = pageKey(page)
  let found = false
  walkHtml(html, {
    opened(name, attributes) {
      if (found || (name !== 'a' && name !== 'link')) return
      const rels = attributes.get('rel')?.toLowerCase().split(/\s+/) ?? []
      if (!rels.includes('me')) return
      const href = URL.parse(attributes.get('href') ?? '', url)
      found = href !== null && /^https?:$/.test(href.protocol) && pageKey(href.href) === wanted
    },
    closed() {},
    words() {},
  })
  return found
}

/** An address without what does not tell pages apart: its scheme, `www.`, and slashes or marks at its end. */
export const pageKey = (url: string): string => url.replaceAll(/^https?:\/\/(www\.)?|[/#?]+$/g, '').toLowerCase()
