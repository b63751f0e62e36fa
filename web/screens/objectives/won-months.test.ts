import { expect, test } from 'vitest'
import { byMonth } from './won-months.ts'

test('months without anybody stand between the others, over the end of a year', () => {
  const rate = { cause: 'waiting', wonBack: 2, lost: 1, onTheWay: 0 } as const
  const rates = [
    { ...rate, month: '2026-01' },
    { ...rate, month: '2025-11', cause: 'sinking' as const },
    { ...rate, month: '2025-11' },
  ]
  expect(byMonth({ from: '2025-11', to: '2026-02', rates })).toEqual([
    { month: '2025-11', wonBack: 4, lost: 2, onTheWay: 0 },
    { month: '2025-12', wonBack: 0, lost: 0, onTheWay: 0 },
    { month: '2026-01', wonBack: 2, lost: 1, onTheWay: 0 },
    { month: '2026-02', wonBack: 0, lost: 0, onTheWay: 0 },
  ])
})
