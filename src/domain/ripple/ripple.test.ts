import { expect, test } from 'vitest'
import { at, noon } from '../../../test/cast.ts'
import { inOrder, reachOf, type Step } from './ripple.ts'

const step = (id: string, parent: string | null, minutes: number, more: Partial<Step> = {}): Step => ({
  id,
  parent,
  kind: 'reply',
  at: at(minutes),
  person: id,
  room: 'square',
  ...more,
})

test('people count once, by what they did first, and we do not', () => {
  const steps = [
    step('a', null, 10, { person: 'ada' }),
    step('b', 'a', 3000, { person: 'ada' }),
    step('c', null, 90, { person: 'bo', room: 'forum' }),
    step('d', 'c', 95, { person: null }),
  ]
  expect(reachOf(noon, steps)).toEqual({ people: 2, rooms: 2, hour: 1, day: 2, week: 2 })
})

test('each stands before what followed from it, with its steps from us', () => {
  const steps = [step('late', null, 50), step('child', 'early', 60), step('early', null, 5)]
  expect(inOrder(steps).map(({ id, depth }) => [id, depth])).toEqual([
    ['early', 1],
    ['child', 2],
    ['late', 1],
  ])
})

test('a circle ends', () => {
  expect(inOrder([step('a', null, 1), step('b', 'a', 2), step('a', 'b', 3)]).map(({ id }) => id)).toEqual(['a', 'b'])
})
