import { expect, test } from 'vitest'
import { drawn } from './course.ts'

const objective = {
  baseline: 0,
  target: 10,
  createdAt: '2026-06-01T00:00:00Z',
  due: '2026-06-10',
  points: [
    { at: '2026-06-01T00:00:00Z', value: 0 },
    { at: '2026-06-06T00:00:00Z', value: null },
    { at: '2026-06-06T00:00:00Z', value: 5 },
  ],
}

test('half way in half the time lies on the straight way, and what is not known is not drawn', () => {
  const { dots, way, line, targetAt, baselineAt } = drawn(objective)
  expect(dots.map(({ x, y }) => [x, y])).toEqual([
    [4, 180],
    [320, 100],
  ])
  expect([way, line, targetAt, baselineAt]).toEqual(['4,180 636,20', '4,180 320,100', 20, 180])
})

test('beyond its target and below its baseline it still lies on the paper', () => {
  const { dots } = drawn({ ...objective, points: [-5, 20].map((value) => ({ at: '2026-06-06T00:00:00Z', value })) })
  expect(dots.map(({ y }) => y)).toEqual([180, 20])
})
