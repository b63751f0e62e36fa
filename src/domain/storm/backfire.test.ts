import { expect, test } from 'vitest'
import { backfires } from './backfire.ts'

test('a message that angers most of those who answer it backfires', () => {
  expect(backfires({ people: 15, unhappy: 14 }, { people: 200, unhappy: 20 })).toEqual({
    unhappy: 14,
    of: 15,
    share: 22 / 210,
  })
})

test('what does not backfire', () => {
  const usual = { people: 200, unhappy: 20 }
  expect(backfires({ people: 4, unhappy: 4 }, usual)).toBeNull()
  expect(backfires({ people: 60, unhappy: 20 }, usual)).toBeNull()
  // Where most who answer are angry anyway, as at an airline on a bad day, one more angry thread is none.
  expect(backfires({ people: 15, unhappy: 14 }, { people: 200, unhappy: 150 })).toBeNull()
})
