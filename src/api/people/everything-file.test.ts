import { expect, test } from 'vitest'
import { fileOf } from './everything-file.ts'

const at = '2026-06-01T12:00:00.000Z'

test('what strangers wrote stays text, in names, words and keys alike', () => {
  const html = fileOf({
    name: '<b>Bo',
    at,
    held: { messages: [{ text: '</td><script>alert(1)</script>', '"x': "'" }] },
  })
  expect(html).not.toMatch(/<script|<b>/)
  expect(html).toContain('&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(html).toContain('&quot;x')
})

test('what is empty is left out, what is nested stands whole', () => {
  const html = fileOf({
    name: 'Ada',
    at,
    held: { ties: [], moments: [{ onlyFor: null, onDay: '2026-06-01' }], names: [{ links: [1] }] },
  })
  expect(html).not.toContain('holds the relationship')
  expect(html).not.toContain('only for')
  expect(html).toContain('<th>on day</th><td dir="auto">2026-06-01</td>')
  expect(html).toContain('[\n 1\n]')
})

test('it fetches nothing and runs nothing', () => {
  expect(fileOf({ name: 'Ada', at, held: {} })).not.toMatch(/<(script|img|link|iframe)|src=|href=|url\(|@import/)
})
