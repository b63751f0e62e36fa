import { expect, test } from 'vitest'
import { plainText, readHtml } from './plain-text.ts'

const cases: [html: string, text: string][] = [
  ['plain words', 'plain words'],
  ['<p>Hi <b>Bo</b>,<br>see <a href="https://a.example">this</a></p>', 'Hi Bo,\nsee this'],
  ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
  ['<p>One</p>\n\n  <p>Two</p>', 'One\n\nTwo'],
  ['<div>One</div><div>Two</div>', 'One\nTwo'],
  ['  many \n\t spaces\u00a0 here ', 'many spaces here'],
  ['un<b>bro</b>ken', 'unbroken'],
  ['two <b> words</b>', 'two words'],
  ['&lt;b&gt; &amp; &eacute; &#128512; &#x41; &nbsp;&copy', '<b> & é 😀 A ©'],
  ['AT&T and 5 < 6 and 7 > 2', 'AT&T and 5 < 6 and 7 > 2'],
  ['<script>alert(1)</script>safe<style>b{}</style>', 'safe'],
  ['<script>"<p>never</p>"', ''],
  ['<template><p>never</p></template>said', 'said'],
  ['<svg><svg></svg><text>never</text></svg>said', 'said'],
  ['<div hidden>never<div>nor this</div></div>said', 'said'],
  ['<!-- never --><p>said<!-- > --></p>', 'said'],
  ['<![CDATA[kept]]> said', 'kept said'],
  ['<ul><li>one</li><li>two<ul><li>three</li></ul></li></ul>after', '- one\n- two\n\n- three\n\nafter'],
  ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
  ['<pre>  one\n    two\n\n\n\nthree</pre>', 'one\n    two\n\nthree'],
  ['<img src="smile.png" alt="🙂"> hello <img src="a.png" alt="a cat">', '🙂 hello'],
  ['<p>unclosed <b>bold', 'unclosed bold'],
  ['</p></div>only closings', 'only closings'],
  ['a < b <', 'a < b <'],
  ['cut off <a href="http', 'cut off'],
  ['nothing\u0000 breaks', 'nothing breaks'],
  ['', ''],
]

test.each(cases)('%j reads %j', (html, text) => {
  expect(plainText(html)).toBe(text)
})

test('links and pictures are told as they were written', () => {
  const html =
    '<a href="/a?b=1&amp;c=2">one</a><a href="/a?b=1&amp;c=2">again</a><a>none</a><img src=b.png alt="A &lt; B"><img>'
  expect(readHtml(html)).toEqual({
    text: 'oneagainnone',
    links: ['/a?b=1&c=2'],
    images: [{ src: 'b.png', alt: 'A < B' }],
  })
})

const megabyte = (piece: string) => piece.repeat(Math.ceil(1_000_000 / piece.length))
const hostile: [name: string, html: string][] = [
  ['open tags', megabyte('<b>')],
  ['open tags, then other closings', megabyte('<b>').slice(0, 500_000) + megabyte('</a>').slice(0, 500_000)],
  ['half tags', megabyte('<a ')],
  ['list items', megabyte('<li>')],
  ['angle brackets', megabyte('<')],
  ['half comments', megabyte('<!--')],
  ['comment ends', `<!--${megabyte('--')}`],
  ['half entities', megabyte('&am')],
  ['ampersands', megabyte('&')],
  ['entities', megabyte('&#65;')],
  ['attributes', `<a ${megabyte('b=c ')}>`],
  ['one attribute', `<a b="${megabyte('&amp;')}">`],
  ['half scripts', megabyte('<script>')],
  ['spaces', megabyte(' \n')],
  ['pre lines', `<pre>${megabyte('\n')}`],
  ['hidden', megabyte('<svg>')],
  ['pictures', megabyte('<img alt=🙂>')],
  ['declarations', megabyte('<!')],
]

test.each(hostile)('a megabyte of %s is read within 200 ms', (_, html) => {
  // The quickest of a few: what else the machine does is none of ours.
  const times = Array.from({ length: 5 }, () => {
    const before = process.threadCpuUsage()
    plainText(html)
    const { user, system } = process.threadCpuUsage(before)
    return (user + system) / 1000
  })
  expect(Math.min(...times)).toBeLessThan(200)
})
