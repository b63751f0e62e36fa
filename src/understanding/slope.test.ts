import { expect, test } from 'vitest'
import { irritation, slope } from './slope.ts'

const said = (...moods: number[]) =>
  moods.map((mood, hour) => ({ at: new Date(Date.UTC(2026, 0, 1, hour)), mood, sure: 1 }))

test('a mood that sinks by a third a message has that slope, in whatever order it comes', () => {
  expect(slope(said(0.6, 0.3, 0, -0.3))).toBeCloseTo(-0.3)
  expect(slope(said(0.6, 0.3, 0, -0.3).reverse())).toBeCloseTo(-0.3)
})

test('one message has no slope, nor has one who is cross all the time', () => {
  expect(slope(said(-0.9))).toBe(0)
  expect(slope(said(-0.9, -0.9, -0.9))).toBeCloseTo(0)
  expect(slope([])).toBe(0)
})

test('what is not sure counts less', () => {
  const [first, second, third] = said(0, 0, -1)
  const doubtful = [first, second, { ...third, sure: 0.1 }] as ReturnType<typeof said>
  expect(slope(doubtful)).toBeGreaterThan(slope(said(0, 0, -1)))
})

test('only the last six messages count', () => {
  expect(slope(said(1, 1, 1, 1, 0, 0, 0, 0, 0, 0))).toBeCloseTo(0)
})

test('irritation grows with the slope and with what is unanswered, and stays below 1', () => {
  expect(irritation(0.3, 0)).toBe(0)
  expect(irritation(-0.3, 0)).toBeGreaterThan(0)
  expect(irritation(-0.3, 3)).toBeGreaterThan(irritation(-0.3, 1))
  expect(irritation(-2, 100)).toBeLessThanOrEqual(1)
})
