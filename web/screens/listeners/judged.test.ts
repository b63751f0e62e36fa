import { expect, test } from 'vitest'
import { judgedAnew, standingOf } from './judged.ts'

test('what is said goes before what was kept, and the same again takes it back', () => {
  const first = judgedAnew(new Map(), 'a', null, true)
  expect(standingOf(first, 'a', null)).toBe(true)
  const other = judgedAnew(first, 'a', null, false)
  expect(standingOf(other, 'a', null)).toBe(false)
  expect(standingOf(judgedAnew(other, 'a', null, false), 'a', null)).toBe(null)
})

test('what was kept stands until something else is said', () => {
  expect(standingOf(new Map(), 'a', false)).toBe(false)
  expect(standingOf(judgedAnew(new Map(), 'a', false, false), 'a', false)).toBe(null)
})
