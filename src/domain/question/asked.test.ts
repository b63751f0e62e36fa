import { expect, test } from 'vitest'
import { askedIn } from './asked.ts'

const cases: [text: string, asked: string, title?: string][] = [
  ['Hi @acme! I waited for weeks. Where is my refund? https://a.example/1', 'Where is my refund?'],
  ['Hello? Is the almond cake back? My daughter asks.', 'Is the almond cake back?'],
  ['Hello?', 'Hello?'],
  ['please tell me how to cancel', 'please tell me how to cancel'],
  ['Vegan? Is it still sold on Fridays?', 'Is it still sold on Fridays?'],
  ['杏仁蛋糕还有吗？谢谢。', '杏仁蛋糕还有吗？'],
  ['See the picture.', 'Does the oven have a name?', 'Does the oven have a name?'],
  ['It is on page 3.', 'It is on page 3.', 'Bread Weekly'],
  ['', 'Bread Weekly', 'Bread Weekly'],
  ['write to me@acme.example or call, is that right?', 'write to me@acme.example or call, is that right?'],
]
test.each(cases)('%j asks %j', (text, asked, title) => expect(askedIn({ title: title ?? null, text })).toBe(asked))

test('a megabyte without an end is read no further than its bound', () => {
  expect(askedIn({ title: null, text: 'why '.repeat(262_144) }).length).toBe(1_000)
})
