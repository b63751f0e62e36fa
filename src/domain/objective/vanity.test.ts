import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MeasureName } from './measure.ts'
import { measuresIn, type VanityName, vanityIn, vanityWanted } from './vanity.ts'

const refused: [text: string, is: VanityName][] = [
  ['followers', 'followers'],
  ['more fans', 'followers'],
  ['our Follower-Count', 'followers'],
  ['YouTube subscribers', 'followers'],
  ['mehr Fans', 'followers'],
  ['Followerzahl', 'followers'],
  ['Follower*innen', 'followers'],
  ['Zahl der Abonnenten', 'followers'],
  ['likes', 'likes'],
  ['like count', 'likes'],
  ['thumbs-up on our posts', 'likes'],
  ['Gefällt-mir-Angaben', 'likes'],
  ['Daumen hoch', 'likes'],
  ['Impressions', 'impressions'],
  ['Impressionen im Monat', 'impressions'],
  ['reach', 'reach'],
  ['our reach on Bluesky', 'reach'],
  ['go viral', 'reach'],
  ['paid reach', 'reach'],
  ['Reichweite', 'reach'],
  ['Reichweitensteigerung', 'reach'],
  ['views', 'views'],
  ['page views', 'views'],
  ['Pageviews', 'views'],
  ['video-views', 'views'],
  ['Seitenaufrufe', 'views'],
  ['Klickrate', 'views'],
  ['engagement rate', 'engagement'],
  ['Engagement-Rate', 'engagement'],
  ['Interaktionsrate', 'engagement'],
  ['retweets', 'shares'],
  ['re-posts', 'shares'],
  ['ｆｏｌｌｏｗｅｒｓ', 'followers'],
]
test.each(refused)('%j is a vanity', (text, is) => {
  const found = vanityIn(text)
  expect(found?.is).toBe(is)
  expect(found?.behind.length).toBeGreaterThan(0)
  expect(found?.why).toMatch(/\.$/)
})

const taken: [text: string, means: MeasureName | null][] = [
  ['reviews with five stars', 'satisfaction'],
  ['answers within a day', 'answered-in-time'],
  ['Antworten am selben Tag', 'answered-in-time'],
  ['customers who complained and came back', 'won-back'],
  ['zurückgewonnene Kunden nach einer Beschwerde', 'won-back'],
  ['orders after a conversation', 'orders'],
  ['Bestellungen', 'orders'],
  ['people whom we meet in the shop', 'meetings'],
  ['vereinbarte Termine', 'meetings'],
  ['newsletter subscribers', 'sign-ups'],
  ['Anmeldungen zum Backkurs', 'sign-ups'],
  ['share of voice', 'voice'],
  ['market share', null],
  ['fewer questions about the reach of our bikes', 'unasked'],
  ['weniger Fragen zur Reichweite', 'unasked'],
  ['that people reach us on Sundays', null],
  ['reach out to twenty bakers', null],
  ['followed up within a week', null],
  ['interviews with bakers', null],
  ['an overview of what is missing', null],
  ['sell 200 fans', 'orders'],
  ['what everybody likes', null],
  ['Anrufe', null],
  ['kilograms of flour saved', null],
  ['zufriedene Kunden', 'satisfaction'],
]
test.each(taken)('%j is none', (text, means) => {
  expect([vanityIn(text), measuresIn(text)[0] ?? null]).toEqual([null, means])
})

const sentences: [sentence: string, is: VanityName | null][] = [
  ['10,000 followers by June', 'followers'],
  ['Mehr Reichweite', 'reach'],
  ['Unsere Reichweite bis Weihnachten verdoppeln', 'reach'],
  ['Grow engagement on every network', 'engagement'],
  ['Likes', 'likes'],
  ['More orders from our followers', null],
  ['Mehr Bestellungen von unseren Followern', null],
  ['Our fans find the bread that they love', null],
  ['Half of those who complained buy from us again', null],
]
test.each(sentences)('%j', (sentence, is) => expect(vanityWanted(sentence)?.is ?? null).toBe(is))

test('whatever stands around it, a vanity stays one', () => {
  const around = fc.constantFrom('', 'more ', 'our ', 'mehr ', 'number of ', '20 % more ', 'unsere ', '#', '(', '10k ')
  const after = fc.constantFrom('', ' by June', ' bis Juni', '!', '), please', ' per post', ' on Mastodon', ': 5,000')
  const how = fc.constantFrom(
    (text: string) => text,
    (text: string) => text.toUpperCase(),
    (text: string) => text.toLowerCase(),
  )
  fc.assert(
    fc.property(fc.constantFrom(...refused), around, after, how, ([text, is], before, behind, spelt) => {
      expect(vanityIn(spelt(`${before}${text}${behind}`))?.is).toBe(is)
    }),
    { numRuns: 1_000 },
  )
})

test('no text is too long or too strange to be read', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2_000, unit: 'grapheme' }), (text) => {
      vanityWanted(text)
      expect(measuresIn(text).length).toBeLessThanOrEqual(8)
    }),
  )
})
