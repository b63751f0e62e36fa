import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Origin, translate } from './translate.ts'
import { parse, textOf } from './wire.ts'

const folder = new URL('./fixtures/', import.meta.url).pathname
const payloads = globSync('**/*.{xml,json}', { cwd: folder }).filter((file) => !file.endsWith('.said.json'))
const feed: Origin = {
  source: 'ada.example/feed',
  url: 'https://ada.example/feed',
  role: { is: 'feed' },
  heardAt: new Date('2026-11-22T12:00:00Z'),
}
const comments: Origin = {
  ...feed,
  source: 'ada.example/rocket/feed',
  role: { is: 'comments', room: 'ada.example/feed', item: 'https://ada.example/?p=7' },
}

const translated = (file: string) => {
  const wire = parse(textOf(readFileSync(folder + file), null))
  if (!wire) throw new Error(`${file} is no feed`)
  return translate(wire, file === 'ours/comments.xml' ? comments : feed)
}

test.each(payloads)('%s says what it said', (file) => {
  const golden = `${folder}${file}.said.json`
  const said = `${JSON.stringify(translated(file), null, 2)}\n`
  if (process.env.UPDATE_GOLDEN) writeFileSync(golden, said)
  expect(said).toBe(readFileSync(golden, 'utf8'))
})

test('no item names its own source, and none is our word', () => {
  for (const file of payloads) {
    for (const { said } of translated(file).items) {
      expect([said.source, said.author.us]).toEqual([
        file === 'ours/comments.xml' ? comments.source : feed.source,
        false,
      ])
    }
  }
})

const rss = (item: string, channel = '') =>
  `<rss version="2.0" xmlns:wfw="http://wellformedweb.org/CommentAPI/"><channel><title>Ada</title>${channel}<item>${item}</item></channel></rss>`
const first = (document: string, origin = feed) => {
  const wire = parse(document)
  const [item] = wire ? translate(wire, origin).items : []
  if (!item) throw new Error('nothing said')
  return item
}

test('a commenter who calls himself like the feed’s author stays another person', () => {
  const document = rss('<guid>1</guid><author>ada@ada.example (Ada)</author>')
  expect(first(document, comments).said.author.id).not.toBe(first(document).said.author.id)
})

test('nameless comments are not all by one person', () => {
  const one = first(rss('<guid>1</guid><title>a</title>'), comments).said.author
  const two = first(rss('<guid>2</guid><title>b</title>'), comments).said.author
  expect([one.name, one.id === two.id]).toEqual([null, false])
})

test('a message keeps its id when its words change', () => {
  const [before, after] = ['one', 'two'].map((words) => first(rss(`<guid>1</guid><description>${words}</description>`)))
  expect(after?.said.id).toBe(before?.said.id)
})

test.each(['javascript:alert(1)', 'data:text/html,x', 'https://user:pass@ada.example/', 'file:///etc/passwd'])(
  'the address %s never reaches the desk',
  (url) => {
    const { said } = first(rss(`<title>a</title><link>${url}</link><enclosure url="${url}" type="image/png"/>`))
    const html = first(rss(`<description><![CDATA[<a href="${url}">a</a><img src="${url}">]]></description>`)).said
    expect([said.url, said.links, said.images, html.links, html.images]).toEqual([null, [], [], [], []])
  },
)

test('text has no character that a database refuses, and an end', () => {
  const { said } = first(rss(`<title>a\0b\ud800</title><description>${'long '.repeat(50_000)}</description>`))
  expect([said.title, said.text.length, said.text.at(-1)]).toEqual(['a b\ufffd', 100_000, '…'])
})
