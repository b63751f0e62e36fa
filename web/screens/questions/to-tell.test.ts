import { expect, test } from 'vitest'
import type { Asking } from '../../../src/api/questions/shapes.questions.ts'
import { toTell } from './to-tell.ts'

const asking = (id: string, person: string, toldAt: string | null = null) =>
  ({ message: { id, person: { id: person } }, toldAt }) as Asking
const ids = (askings: Asking[]) => askings.map(({ message }) => message.id)

test('each person is told once, by what they asked last; who asked first comes first', () => {
  const { waiting, told } = toTell([asking('3', 'ada'), asking('2', 'bo'), asking('1', 'ada')], [])
  expect([ids(waiting), told]).toEqual([['2', '3'], 0])
})

test('who was told, or was passed over, is not told again', () => {
  const { waiting, told } = toTell([asking('2', 'bo'), asking('1', 'ada', '2026-06-01T12:00:00Z')], ['bo'])
  expect([ids(waiting), told]).toEqual([[], 1])
})
