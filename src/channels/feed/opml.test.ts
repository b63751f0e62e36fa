import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { feedsOf, OpmlMalformed } from './opml.ts'

test('a real list is read whole', () => {
  const opml = readFileSync(new URL('./fixtures/awesome-rss-feeds/web-development.opml', import.meta.url), 'utf8')
  const feeds = feedsOf(opml)
  expect(feeds).toHaveLength(new Set([...opml.matchAll(/xmlUrl="([^"]+)"/g)].map(([, url]) => url)).size)
  expect(feeds[0]).toEqual({ title: 'A List Apart: The Full Feed', url: 'https://alistapart.com/main/feed/' })
})

test('folders are opened, feeds told once, and what is no address left out', () => {
  const opml = `<opml version="2.0"><body>
    <outline text="Friends"><outline text="Deeper">
      <outline text="Ada &amp; Co" type="rss" xmlUrl="https://ada.example/feed"/>
    </outline></outline>
    <outline title="Bo" text="B" xmlUrl=" https://bo.example/feed "/>
    <outline text="Ada again" xmlUrl="https://ada.example/feed"/>
    <outline xmlUrl="https://kit.example/feed"/>
    <outline text="No" xmlUrl="javascript:alert(1)"/>
    <outline text="Nor this" htmlUrl="https://bo.example"/>
  </body></opml>`
  expect(feedsOf(opml)).toEqual([
    { title: 'Ada & Co', url: 'https://ada.example/feed' },
    { title: 'Bo', url: 'https://bo.example/feed' },
    { title: 'kit.example', url: 'https://kit.example/feed' },
  ])
})

test.each(['<html></html>', '', '<opml version="2.0"><body><outline text="a" xmlUrl="b /></body></opml>'])(
  '%j is no list',
  (text) => {
    expect(() => feedsOf(text)).toThrow(OpmlMalformed)
  },
)
