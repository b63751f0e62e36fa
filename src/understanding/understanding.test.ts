import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explain } from './explain.ts'
import { hostile } from './fixtures/hostile.ts'
import { type Intent, intents, type Understanding, understand } from './understanding.ts'

const holding = (text: string): Intent[] => intents.filter((intent) => understand(text).intents[intent] >= 0.5)

const cases: [text: string, holds: Intent, language: string][] = [
  ['@bakery my cake is late AGAIN, where is it??', 'question', 'en'],
  ['@bakery my cake is late AGAIN, where is it??', 'complaint', 'en'],
  ['how do i change the name on my order', 'question', 'en'],
  ['Vielen Dank für die schnelle Hilfe!', 'thanks', 'de'],
  ['¿Cuándo abren mañana por la tarde?', 'question', 'es'],
  ['Your bakers are wonderful, the best bread in town', 'praise', 'en'],
  ['My father passed away on Sunday, we have to cancel the cake', 'loss', 'en'],
  ['WINNER!! Claim your free prize now, text WIN to 80080', 'spam', 'en'],
]

test.each(cases)('%s: %s', (text, intent, language) => {
  expect(holding(text)).toContain(intent)
  expect(understand(text).language).toBe(language)
})

test('mood has a sign that three classes can be read from', () => {
  expect(understand('I love this place, wonderful people!').mood).toBeGreaterThan(0.15)
  expect(understand('worst service ever, I hate this').mood).toBeLessThan(-0.15)
  expect(Math.abs(understand('The meeting is on Tuesday at the town hall').mood)).toBeLessThanOrEqual(0.15)
})

test('somebody stranded is more urgent than somebody who thanks', () => {
  expect(understand('we are stranded at the airport with no money, please help').urgency).toBeGreaterThan(0.5)
  expect(understand('thank you all, see you next week').urgency).toBeLessThan(0.1)
})

describe('the language that a channel declares', () => {
  test('decides where the text alone does not', () => {
    expect(understand('no', { declared: ['es'] }).language).toBe('es')
    expect(understand('no', { declared: ['it-IT'] }).language).toBe('it')
  })
  test('does not decide against a sentence', () => {
    const text = 'Wann öffnet ihr morgen früh, und habt ihr noch Brot von gestern?'
    expect(understand(text, { declared: ['en', 'ja'] }).language).toBe('de')
  })
  test('may be anything', () => {
    expect(understand('where is my cake', { declared: ['', 'xx', '-', 'no'] }).language).toBe('en')
  })
})

test('emoji, links and names alone have no language and want nothing', () => {
  for (const text of ['😡😡', 'https://example.com', '@bakery', '12345', '']) {
    expect(understand(text).language, text).toBeUndefined()
    expect(
      holding(text).filter((intent) => intent !== 'question' && intent !== 'chatter'),
      text,
    ).toEqual([])
  }
  expect(understand('😡😡').mood).toBeLessThan(understand('🎉🎉').mood)
})

test('what cannot be seen changes nothing', () => {
  expect(understand('wh\u200bere is m\u00ady ca\u2060ke?')).toEqual(understand('where is my cake?'))
  expect(understand('𝐰𝐡𝐞𝐫𝐞 is my cake?').intents.question).toBeCloseTo(
    understand('where is my cake?').intents.question,
    5,
  )
})

test('a long text is read at its head and its tail', () => {
  const long = `${'bread and butter '.repeat(200)}`
  expect(understand(`${long}where is my cake?`).intents.question).toBeGreaterThan(understand(long).intents.question)
  const [why] = explain(`${long}. WHERE IS MY CAKE? Worst service ever!!`).filter(({ of }) => of === 'mood')
  expect(why?.words.some(({ from }) => from > long.length)).toBe(true)
})

function expectBounded({ language, intents: holds, mood, moodSure, urgency, about }: Understanding): void {
  if (language !== undefined) expect(language).toMatch(/^[a-z]{2}$/)
  expect(Object.keys(holds)).toEqual([...intents])
  for (const value of [...Object.values(holds), moodSure, urgency]) {
    expect(value).toBeGreaterThanOrEqual(0)
    expect(value).toBeLessThanOrEqual(1)
  }
  expect(mood).toBeGreaterThanOrEqual(-1)
  expect(mood).toBeLessThanOrEqual(1)
  expect(about).toBeUndefined()
}

test.each(hostile)('%s: an answer within bounds, and why', (_, text) => {
  expectBounded(understand(text))
  for (const { words } of explain(text))
    for (const { from, to } of words) {
      expect(from).toBeLessThan(to)
      expect(to).toBeLessThanOrEqual(text.length)
    }
})

test('no text at all makes it throw or leave its bounds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (text) => {
      expectBounded(understand(text))
      explain(text)
    }),
    { numRuns: 300 },
  )
})

test('the words that moved an answer stand where it says', () => {
  const text = 'Thank you, dear bakers'
  const thanks = explain(text).find(({ of }) => of === 'thanks')
  expect(thanks?.words.map(({ from, to }) => text.slice(from, to))).toContain('Thank')
  expect(thanks?.learned).toBe(false)
})
