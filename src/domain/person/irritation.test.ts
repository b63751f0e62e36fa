import { expect, test } from 'vitest'
import { at } from '../../../test/cast.ts'
import { irritated } from './irritation.ts'

const moods = (...of: number[]) => of.map((mood, n) => ({ at: at(n), mood, sure: 1 }))

test('a mood that sinks with two words unanswered is irritation, and says why', () => {
  expect(irritated(moods(0.4, 0, -0.5), 2)).toEqual({
    how: 'very irritated',
    messages: 3,
    sinking: true,
    unanswered: 2,
  })
})

test('one cross message alone is no slope', () => {
  expect(irritated(moods(-0.9), 1)).toBe(null)
})

test('who is left waiting again and again is irritated without a harsh word', () => {
  expect(irritated(moods(0, 0, 0, 0, 0), 5)).toMatchObject({ how: 'irritated', sinking: false, unanswered: 5 })
})

test('who spoke kindly last is not', () => {
  expect(irritated(moods(1, 0.9, 0.2), 6)).toBe(null)
})

test('of whom nothing is known, nothing is said', () => {
  expect(irritated([], 9)).toBe(null)
})
