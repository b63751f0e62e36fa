import { expect, test } from 'vitest'
import { costOf, returns, type Sum } from './return.ts'

const sum = (key: string | null, currency: string, value: number, seconds = 0): Sum => ({
  ...{ key, name: key, currency, outcomes: 1, firstCents: value, lastCents: value, sharedCents: value, seconds },
})
const price = { centsAnHour: 4000, currency: 'EUR' }

test('value less cost, in each of the three ways', () => {
  const it = { ...sum('square', 'EUR', 1000), lastCents: 0, sharedCents: 500 }
  expect(returns([it, sum('square', '', 0, 90)], price)).toMatchObject([
    { key: 'square', seconds: 90, costCents: 100, returnCents: { first: 900, last: -100, shared: 400 } },
  ])
})

test('care without an outcome is a cost', () => {
  expect(returns([sum('square', '', 0, 3600)], price)).toMatchObject([
    { currency: 'EUR', outcomes: 0, costCents: 4000, returnCents: { shared: -4000 } },
  ])
})

test('nothing is converted: the cost stands in the currency of the price, and no other value is set against it', () => {
  expect(returns([sum('square', 'CHF', 500), sum('square', '', 0, 3600)], price)).toMatchObject([
    { currency: 'CHF', seconds: 0, costCents: null, returnCents: null },
    { currency: 'EUR', seconds: 3600, costCents: 4000, sharedCents: 0 },
  ])
})

test('without a price there are minutes and a value, but no return', () => {
  expect(returns([sum('square', 'EUR', 500), sum('square', '', 0, 60)], null)).toMatchObject([
    { seconds: 60, costCents: null, returnCents: null },
  ])
})

test('half a cent is one', () => {
  expect([costOf(0, 4000), costOf(1, 1800), costOf(1, 1799), costOf(90, 4000)]).toEqual([0, 1, 0, 100])
})
