import { expect, test } from 'vitest'
import { did, takeUndo } from './last-act.ts'
import { undoOf } from './undo-of.ts'

const act = (answer: Promise<{ undo?: number | null }>, undone: number[]) => {
  const undo = undoOf(answer, async (event) => void undone.push(event))
  return did({ said: 'Done', leavesAt: null, undo })
}

test('what was done last is undone also while its answer is on its way, and not the act before it', async () => {
  const undone: number[] = []
  const later = Promise.withResolvers<{ undo: number }>()
  act(Promise.resolve({ undo: 1 }), undone)
  act(later.promise, undone)
  const undo = takeUndo(0)?.()
  expect(undone).toEqual([])
  later.resolve({ undo: 2 })
  await undo
  expect(undone).toEqual([2])
})

test('an act that failed or changed nothing undoes nothing', async () => {
  const undone: number[] = []
  for (const answer of [Promise.reject(new Error('refused')), Promise.resolve({ undo: null }), Promise.resolve({})]) {
    act(answer, undone)
    await takeUndo(0)?.()
  }
  expect(undone).toEqual([])
})
