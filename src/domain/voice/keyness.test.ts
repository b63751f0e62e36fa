import { expect, test } from 'vitest'
import { changed, logLikelihood, wordsIn } from './keyness.ts'

const times = (n: number, text: string) => Array.from({ length: n }, () => text)

test('words that came and words that went, the surest first', () => {
  const before = wordsIn([...times(60, 'the bread is fine'), ...times(40, 'the queue is long')])
  const now = wordsIn([
    ...times(60, 'the bread is fine'),
    ...times(30, 'there is glass in the bread'),
    ...times(10, 'the queue is long'),
  ])
  const { more, less } = changed(before, now)
  expect(more.map(({ word }) => word).slice(0, 2)).toEqual(['glass', 'there'])
  expect(more.at(0)).toEqual({ word: 'glass', now: 30, before: 0 })
  expect(less.map(({ word }) => word)).toEqual(['long', 'queue'])
})

test('what is rare, and what is as it was, has not changed', () => {
  expect(changed(wordsIn(times(100, 'bread')), wordsIn([...times(96, 'bread'), ...times(4, 'glass')]))).toEqual({
    more: [],
    less: [],
  })
  const ofTen = wordsIn([...times(6, 'bread'), ...times(4, 'glass')])
  expect(changed(wordsIn(times(9_000, 'bread')), ofTen).more).toEqual([])
  expect(changed(wordsIn([]), wordsIn(times(50, 'bread')))).toEqual({ more: [], less: [] })
})

test('a message counts once, and links, names and numbers are no words', () => {
  expect([...wordsIn(['Cake cake CAKE https://acme.example/cake @cake #cake 123']).in]).toEqual([['cake', 1]])
})

test('the log-likelihood agrees with a worked example', () => {
  // 30 of 100 against 10 of 100: 2(30 ln 1.5 + 10 ln .5 + 70 ln .875 + 90 ln 1.125) = 12.9715.
  expect(logLikelihood([30, 10], [100, 100])).toBeCloseTo(12.9715, 3)
})
