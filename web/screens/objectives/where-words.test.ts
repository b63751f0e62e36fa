import { expect, test } from 'vitest'
import type { ObjectiveLine } from '../../../src/api/objectives/shapes.objectives.ts'
import { dayText, moneyText, numberText, worthSoFar } from './where-words.ts'

test('numbers read as their measure counts', () => {
  expect([
    numberText(62.25, 'percent', 'en'),
    numberText(1200, 'count', 'en'),
    numberText(-12.5, 'number', 'de'),
  ]).toEqual(['62.3%', '1,200', '-12,5'])
})

test('money needs its cents only where there are some', () => {
  expect([moneyText(4_000, 'EUR', 'en'), moneyText(1_999, 'EUR', 'en')]).toEqual(['€40', '€19.99'])
})

test('a day stays the day it was written as', () => expect(dayText('2026-12-24', 'en-GB')).toBe('24 December 2026'))

const cases: [what: string, value: number | null, from: number, to: number, worth: number | null][] = [
  ['seven more', 7, 0, 20, 28_000],
  ['two fewer where fewer is wanted', 8, 10, 4, 8_000],
  ['two fewer where more is wanted', 8, 10, 14, -8_000],
  ['nothing is known', null, 0, 20, null],
]
test.each(cases)('worth of %s', (_what, value, baseline, target, worth) => {
  const line = { unitValue: { cents: 4_000, currency: 'EUR' }, value, baseline, target } as ObjectiveLine
  expect(worthSoFar(line)).toBe(worth)
})
