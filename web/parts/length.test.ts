import { expect, test } from 'vitest'
import { lengthLeft } from './length.ts'

const bluesky = { unit: 'graphemes', limit: 300, bytes: 3000 } as const

test('a sign that a reader takes for one counts as one', () => {
  const cases: [text: string, left: number][] = [
    ['', 300],
    ['bread', 295],
    ['👩‍👩‍👧‍👦', 299],
    ['é', 299],
    ['e\u0301', 299],
    ['🇵🇹', 299],
    ['x'.repeat(301), -1],
  ]
  for (const [text, left] of cases) expect(lengthLeft(text, bluesky)?.left, text).toBe(left)
})

test('characters are code points, not halves of them', () => {
  expect(lengthLeft('🍞e\u0301', { unit: 'characters', limit: 10, bytes: null })?.left).toBe(7)
})

test('few signs can still be too many bytes', () => {
  const piled = `a${'\u0301'.repeat(1600)}`
  expect(lengthLeft(piled, bluesky)).toEqual({ left: 299, bytesOver: 201, fits: false })
})

test('a room without a limit counts nothing', () => {
  expect(lengthLeft('anything', null)).toBeNull()
})
