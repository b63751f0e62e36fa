import { expect, test } from 'vitest'
import { ada, said } from '../../../test/cast.ts'
import { found, teach, toneOf, understoodBy, understoodOf, untaught, wordsOf } from './understood.ts'

const asks = said('a', ada, 'Is the almond cake back?')

test('what a teammate said of a message holds, whatever the model says', () => {
  const corrected = understoodOf(asks, untaught, { question: false, complaint: true, mood: -1 })
  expect(corrected).toMatchObject({ labels: expect.not.arrayContaining(['question']), mood: -1, moodSure: 1 })
  expect(corrected.labels).toContain('complaint')
})

test('a message is understood once, and anew when the workspace was taught since', () => {
  const first = understoodBy(untaught, asks)
  expect(understoodBy(untaught, asks)).toBe(first)
  expect(understoodBy(teach(untaught, asks, { question: true }), asks)).not.toBe(first)
})

test('a headline is part of what is said', () => {
  expect(wordsOf({ title: 'Rye', text: 'Is it back?' })).toBe('Rye\nIs it back?')
})

const tones: [labels: string[], mood: number, tone: string | null][] = [
  [[], 0.5, 'glad'],
  [[], 0.1, null],
  [[], -0.3, 'annoyed'],
  [[], -0.8, 'angry'],
  [['abuse'], -0.3, 'angry'],
  [['loss'], -0.8, 'sad'],
  [['loss'], 0, 'sad'],
]
test.each(tones)('%j at %d is %s', (labels, mood, tone) => {
  expect(toneOf({ labels: labels as never, mood })).toBe(tone)
})

const languages: [understood: string | null, declared: string[], langs: string[]][] = [
  ['pt', ['pt-BR', 'en'], ['pt-BR']],
  ['de', ['en'], ['de']],
  [null, ['en'], ['en']],
  ['pt', [], ['pt']],
]
test.each(languages)('understood as %s and declared as %j is found as %j', (language, declared, langs) => {
  expect(found({ language, labels: [], mood: 0 }, declared).langs).toEqual(langs)
})
