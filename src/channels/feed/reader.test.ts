import { expect, test } from 'vitest'
import { read } from './reader.ts'
import type { Origin } from './translate.ts'

const origin: Origin = {
  source: 'ada.example/feed',
  url: 'https://ada.example/feed',
  role: { is: 'feed' },
  heardAt: new Date('2026-11-22T12:00:00Z'),
}
const reading = (text: string) => read({ bytes: Buffer.from(text), contentType: 'text/xml; charset=utf-8', origin })
const rss = (inside: string) => `<rss version="2.0"><channel><title>Ada</title>${inside}</channel></rss>`
const one = rss('<item><title>Hello</title></item>')

test('a feed is read', async () => {
  expect(await reading(one)).toMatchObject({ is: 'feed', title: 'Ada', items: [{ said: { title: 'Hello' } }] })
})

test('a page is told from a feed, with the feeds that it names', async () => {
  const page = '<!doctype html><link rel="alternate" type="application/rss+xml" href="/rss">'
  expect(await reading(page)).toEqual({ is: 'page', names: ['https://ada.example/rss'] })
})

test.each(['', 'hello', '{"a":1}', '\0\0\0', '<rss version="2.0"><channel><title>a</channel></rss>'])(
  '%j is said to be unread',
  async (text) => {
    expect(await reading(text)).toMatchObject({ is: 'unread' })
  },
)

const many = (piece: string, length = 1_000_000) => piece.repeat(Math.ceil(length / piece.length))
const hostile: [name: string, document: string][] = [
  ['an author of dots', rss(`<item><author>a@a${many('.')}(</author></item>`)],
  ['items without end', rss(many('<item><title>x</title></item>', 4_900_000))],
  ['depth', rss(many('<a>'))],
  ['closed depth', rss(many('<a>', 300_000) + many('</a>', 400_000))],
  ['half CDATA', rss(`<item><description>${many('<![CDATA[')}</description></item>`)],
  ['half comments', rss(many('<!--'))],
  ['one attribute a thousand times', rss(`<item ${many('a="b" ')}/>`)],
  ['other attributes', rss(`<item ${Array.from({ length: 80_000 }, (_, i) => `a${i}="b"`).join(' ')}/>`)],
  ['character references', rss(`<item><title>${many('&#65;')}</title></item>`)],
  ['entities', `<!DOCTYPE rss [${many('<!ENTITY a "b">')}]>${rss('')}`],
  ['an open DOCTYPE', `<!DOCTYPE rss [${many(']')}${rss('')}`],
  ['namespaces', `<rss version="2.0" ${many('xmlns:a')}><channel/></rss>`],
  [
    'half XHTML',
    `<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml">${many('<div>')}</content></entry></feed>`,
  ],
  ['deep JSON', `{"version":"https://jsonfeed.org/version/1.1","items":${'['.repeat(500_000)}${']'.repeat(500_000)}}`],
  ['many JSON keys', `{"title":"a","items":[],${Array.from({ length: 200_000 }, (_, i) => `"${i}":0`).join()}}`],
  ['HTML in a feed', rss(`<item><description>${many('&lt;b&gt;&lt;/a&gt;', 4_900_000)}</description></item>`)],
]

test.each(hostile)('%s holds up nobody', async (_, document) => {
  const began = performance.now()
  const before = process.threadCpuUsage()
  const outcome = await reading(document)
  const { user, system } = process.threadCpuUsage(before)
  expect(outcome.is).toMatch(/feed|unread/)
  // Of the thread that all others share, to hand the document over.
  expect((user + system) / 1000).toBeLessThan(200)
  // A second to read, and what it takes a busy machine to start a new thread after an ended one.
  expect(performance.now() - began).toBeLessThan(4000)
})

test('after a feed that was ended the next one is read', async () => {
  const [stuck, next] = await Promise.all([reading(hostile[0]?.[1] ?? ''), reading(one)])
  expect([stuck, next]).toMatchObject([
    { is: 'unread', why: 'This feed takes too long to read; it may be made to.' },
    { is: 'feed', items: [{ said: { title: 'Hello' } }] },
  ])
})

test('a key named __proto__ changes nobody', async () => {
  await reading('{"version":"https://jsonfeed.org/version/1","title":"a","items":[{"id":"1","__proto__":{"us":true}}]}')
  expect(({} as { us?: boolean }).us).toBeUndefined()
})
