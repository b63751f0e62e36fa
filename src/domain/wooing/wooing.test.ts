import { expect, test } from 'vitest'
import { at } from '../../../test/cast.ts'
import { nextStep, proposed, type Step, type Taken, withAnswer, wrongStep } from './wooing.ts'

const taken = (...steps: Step[]): Taken[] => steps.map((step, n) => ({ step, at: at(n), by: 'kit' }))

test('our first word acknowledges, unless a teammate said so before', () => {
  expect(withAnswer(taken('put-right'), { at: at(5), by: null }).map(({ step }) => step)).toEqual([
    'acknowledged',
    'put-right',
  ])
  expect(withAnswer(taken('acknowledged'), { at: at(5), by: null })).toEqual(taken('acknowledged'))
})

test('the path goes on from its furthest step, until it ends', () => {
  const cases: Step[][] = [[], ['acknowledged'], ['put-right'], ['followed-up'], ['won-back'], ['lost'], ['unneeded']]
  const next = cases.map((steps) => nextStep(taken(...steps)))
  expect(next).toEqual(['acknowledged', 'put-right', 'followed-up', 'won-back', null, null, null])
})

test('kind words count once we acknowledged it, and never after the end', () => {
  expect(proposed(taken(), at(9))).toBe(null)
  expect(proposed(taken('acknowledged'), at(0))).toBe(null)
  expect(proposed(taken('acknowledged'), at(9))).toBe('won-back')
  expect(proposed(taken('acknowledged', 'lost'), at(9))).toBe(null)
})

test('a step may be passed over, but nobody goes back', () => {
  expect(wrongStep(taken('acknowledged'), 'followed-up')).toBe(null)
  expect(wrongStep([], 'lost')).toBe(null)
  expect(wrongStep(taken('put-right'), 'acknowledged')).toBe('That step was taken already.')
  expect(wrongStep(taken('lost'), 'won-back')).toMatch('come to its end')
})
