import fc from 'fast-check'
import { expect, test } from 'vitest'
import { at, noon } from '../../../test/cast.ts'
import { isVisit, linkWord, targetOf, wrongWord } from './code.ts'
import { cellsOf, counts, dispute, type Outcome, putBack, settleDispute, withdraw, wrongWith } from './outcome.ts'

const cake: Outcome = {
  id: 'cake',
  objectiveId: 'sell',
  personId: 'ada',
  conversationId: null,
  what: 'An order',
  valueCents: 100,
  currency: 'EUR',
  at: noon,
  evidence: '',
  source: 'hand',
  key: null,
  disputed: null,
  withdrawn: null,
}
const kit = { by: 'kit', at: at(1) }
const square = { roomId: 'square', questionId: null }
const forum = { roomId: 'forum', questionId: 'q' }

test('three touches share a value to the cent, and the first and the last have it whole', () => {
  expect(cellsOf(cake, [square, forum, square])).toMatchObject([
    { roomId: 'square', firstCents: 100, lastCents: 0, sharedCents: 33, outcomes: 1 },
    { roomId: 'forum', questionId: 'q', firstCents: 0, lastCents: 0, sharedCents: 33, outcomes: 0 },
    { roomId: 'square', firstCents: 0, lastCents: 100, sharedCents: 34, outcomes: 0 },
  ])
})

test('whatever the value and however many touches, each way of crediting gives away the whole value and no more', () => {
  fc.assert(
    fc.property(fc.nat(100_000_000_000), fc.nat(200), (valueCents, many) => {
      const cells = cellsOf({ ...cake, valueCents }, Array<typeof square>(many).fill(square))
      for (const way of ['firstCents', 'lastCents', 'sharedCents'] as const)
        expect(cells.reduce((sum, it) => sum + it[way], 0)).toBe(valueCents)
      expect(cells.reduce((sum, it) => sum + it.outcomes, 0)).toBe(1)
    }),
  )
})

test('what no word of ours led to is credited to no room', () => {
  expect(cellsOf(cake, [])).toMatchObject([{ month: '2026-06-01', roomId: null, questionId: null, sharedCents: 100 }])
})

test('it counts unless it is disputed or withdrawn, and each is taken back by itself', () => {
  const disputed = dispute(cake, { ...kit, why: 'paid by voucher' }).next
  const both = withdraw(disputed, kit).next
  expect([cake, disputed, both, putBack(both).next, settleDispute(putBack(both).next).next].map(counts)).toEqual([
    true,
    false,
    false,
    false,
    true,
  ])
})

test('twice is once', () => {
  const disputed = dispute(cake, { ...kit, why: 'x' }).next
  expect(dispute(disputed, { ...kit, why: 'y' })).toEqual({ next: disputed, happened: null })
  expect(settleDispute(cake).happened).toBe(null)
  expect(putBack(cake).happened).toBe(null)
})

test('what can not be written down says why', () => {
  const cases: [change: Partial<Outcome>, field: string | undefined][] = [
    [{}, undefined],
    [{ what: ' ' }, 'what'],
    [{ valueCents: -1 }, 'valueCents'],
    [{ valueCents: 1.5 }, 'valueCents'],
    [{ currency: 'eur' }, 'currency'],
    [{ at: at(60 * 25) }, 'at'],
    [{ at: at(60 * 23) }, undefined], // east of us it is tomorrow already
  ]
  for (const [change, field] of cases)
    expect(wrongWith({ ...cake, ...change }, noon)?.field, JSON.stringify(change)).toBe(field)
})

test('a short link leads to a web address and to nothing else', () => {
  const cases: [written: string, target: string | null][] = [
    ['https://acme.example/cake?x=1', 'https://acme.example/cake?x=1'],
    [' http://acme.example ', 'http://acme.example/'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['//evil.example', null],
    ['/relative', null],
    ['https://kit:word@acme.example/', null],
    ['https://acme.example/\r\nset-cookie: x=1', 'https://acme.example/set-cookie:%20x=1'],
    [`https://acme.example/${'x'.repeat(2000)}`, null],
  ]
  for (const [written, target] of cases) expect(targetOf(written), written).toBe(target)
})

test('a person who follows a link is counted, and a program that looks at it is not', () => {
  const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'
  const cases: [method: string, agent: string, purpose: string, visit: boolean][] = [
    ['GET', firefox, '', true],
    ['GET', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148', '', true],
    ['HEAD', firefox, '', false],
    ['GET', firefox, 'prefetch;prerender', false],
    ['GET', '', '', false],
    ['GET', 'curl/8.5.0', '', false],
    ['GET', 'WhatsApp/2.23.20.0', '', false],
    ['GET', 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', '', false],
    ['GET', 'Mozilla/5.0 (compatible; Bluesky Cardyb/1.1; +mailto:support@bsky.app)', '', false],
    ['GET', 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 HeadlessChrome/120.0 Safari/537.36', '', false],
    ['GET', 'Mastodon/4.3.0 (http.rb/5.2.0; +https://mastodon.example/)', '', false],
  ]
  for (const [method, agent, purpose, visit] of cases)
    expect(isVisit({ method, agent, purpose }), `${method} ${agent} ${purpose}`).toBe(visit)
})

test('code words are ones that can be said and typed', () => {
  expect(['ROSA', 'cake12'].map(wrongWord)).toEqual([null, null])
  for (const word of ['', 'ab', 'two words', 'käse', 'a'.repeat(33)]) expect(wrongWord(word), word).not.toBe(null)
  expect(wrongWord(linkWord(() => 0.999999))).toBe(null)
})
