import { expect, test } from 'vitest'
import { FeedMalformed, parse, textOf } from './wire.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')
const prolog = (charset: string) => `<?xml version="1.0" encoding="${charset}"?>`

const cases: [name: string, bytes: Uint8Array, contentType: string | null, text: string][] = [
  ['UTF-8 that nobody names', Buffer.from('é'), null, 'é'],
  ['a BOM, whatever else is said', Buffer.from('\ufeffé'), 'text/xml; charset=iso-8859-1', 'é'],
  ['UTF-16 with its mark', Buffer.from('\ufeff<é', 'utf16le'), null, '<é'],
  ['UTF-16 without', Buffer.from('<é', 'utf16le'), null, '<é'],
  ['the charset of the server', latin('é'), 'text/xml; charset=ISO-8859-1', 'é'],
  ['the charset of the server in quotes', latin('é'), 'text/xml; charset="windows-1252"; x=y', 'é'],
  ['the charset of the prolog', latin(`${prolog('iso-8859-1')}é`), 'text/xml', `${prolog('iso-8859-1')}é`],
  ['the server before the prolog', latin(`${prolog('koi8-r')}é`), 'a/b; charset=latin1', `${prolog('koi8-r')}é`],
  [
    'UTF-8 under a charset nobody chose',
    Buffer.from(`${prolog('utf-8')}é`),
    'a/b; charset=latin1',
    `${prolog('utf-8')}é`,
  ],
  ['a wrong UTF-8', latin('é'), 'text/xml; charset=utf-8', 'é'],
  ['an unknown charset', Buffer.from('é'), 'text/xml; charset=klingon', 'é'],
  ['Cyrillic', Buffer.from([0xcf, 0xf0, 0xe8]), 'text/xml; charset=windows-1251', 'При'],
  ['Japanese', Buffer.from([0x93, 0xfa, 0x96, 0x7b]), 'text/xml; charset=Shift_JIS', '日本'],
]

test.each(cases)('%s is read', (_, bytes, contentType, text) => {
  expect(textOf(bytes, contentType)).toBe(text)
})

test.each(['<html><body>hello</body></html>', 'plain', '{"a": 1}', '', '<rss'])('%j is no feed', (text) => {
  expect(parse(text)).toBeNull()
})

test('a feed without items is a feed', () => {
  expect(parse('<rss version="2.0"><channel></channel></rss>')).toEqual({ format: 'rss', feed: {} })
})

test('a broken feed is said to be one', () => {
  expect(() => parse('<rss version="2.0"><channel><item><title>a</channel></rss>')).toThrow(FeedMalformed)
})

test.each([
  '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.com/rss-0.91.dtd">',
  '<!DOCTYPE rss [<!ENTITY a "b"> ]  >',
  '<!doctype rss SYSTEM "http://169.254.169.254/" [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]>',
])('nothing in %s counts', (doctype) => {
  const feed = '<rss version="0.91"><channel><item><title>&a;</title></item></channel></rss>'
  expect(parse(doctype + feed)).toEqual({ format: 'rss', feed: { items: [{ title: '&a;' }] } })
})
