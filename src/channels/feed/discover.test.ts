import { expect, test } from 'vitest'
import { feedsNamedBy } from './discover.ts'

const link = (attributes: string) =>
  feedsNamedBy(`<html><head><link ${attributes}></head></html>`, 'https://ada.example/blog/')

test.each([
  ['rel="alternate" type="application/rss+xml" href="/rss"', ['https://ada.example/rss']],
  ['rel=alternate type=application/atom+xml href=feed.atom', ['https://ada.example/blog/feed.atom']],
  ['REL="Alternate Home" TYPE="application/feed+json; charset=utf-8" HREF="//bo.example/f"', ['https://bo.example/f']],
  ['rel="alternate" type="application/rss+xml" href="?a=1&amp;b=2"', ['https://ada.example/blog/?a=1&b=2']],
  ['rel="stylesheet" type="text/css" href="/a.css"', []],
  ['rel="alternate" hreflang="de" href="/de"', []],
  ['rel="alternate" type="application/rss+xml" href="javascript:alert(1)"', []],
  ['rel="alternate" type="application/rss+xml" href="http://["', []],
])('%s names %j', (attributes, names) => {
  expect(link(attributes)).toEqual(names)
})

test('a page’s base counts, and a script’s words do not', () => {
  const html = `<base href="https://bo.example/"><script>'<link rel="alternate" type="application/rss+xml" href="no">'</script>
    <link rel="alternate" type="application/rss+xml" href="yes">`
  expect(feedsNamedBy(html, 'https://ada.example/')).toEqual(['https://bo.example/yes'])
})
