import { expect, test } from 'vitest'
import { keyOfHandle, saidToBe } from './said-so.ts'

const cases: [text: string, said: string[]][] = [
  ["Hi, I'm @kit on Bluesky too", ['kit']],
  ["I'm also @Kit.Baker.example over there", ['kit.baker.example']],
  ["It's me, @kit", ['kit']],
  ['Ada here (aka @cake_friday)', ['cake_friday']],
  ['I wrote to you from ada@ada.example yesterday', ['ada@ada.example']],
  ['You know me as @ada@social.example', ['ada@social.example']],
  ['My other account is @ada2, my mail is ada@ada.example', ['ada2', 'ada@ada.example']],
  ['Ich bin auf Bluesky @kit', ['kit']],
  ['auch bekannt als @ada', ['ada']],
  ['Ich habe euch schon von ada@ada.example geschrieben', ['ada@ada.example']],
  ["I'm with @kit", []],
  ["I'm @kit's brother", []],
  ['I am a @kit fan', []],
  ['I am so tired of @acme', []],
  ['@kit is the almond cake back?', []],
  ['my name is Kit', []],
  ['Ich bin froh, dass @kit hilft', []],
]
test.each(cases)('%s', (text, said) => {
  expect(saidToBe(text)).toEqual(said)
})

test('a text that begins again and again comes to an end', () => {
  expect(saidToBe(`${"i'm also on on on, as ".repeat(10_000)}x`)).toEqual([])
})

test('a handle has the key that the database gives it', () => {
  expect(['kit.bsky.social', 'kit_baker@social.example', 'Kit-1'.toLowerCase()].map(keyOfHandle)).toEqual([
    'kit',
    'kitbaker',
    'kit1',
  ])
})
