import { expect, test } from 'vitest'
import { at } from '../../../test/cast.ts'
import { thanksDue, wrongWith } from './deed.ts'

const deed = (id: string, day: number, thanked = false) => ({
  person: { id },
  at: at(day),
  thankedAt: thanked ? at(99) : null,
})

test('who has waited longest for thanks comes first, once, with all they did', () => {
  const due = thanksDue([deed('ada', 3), deed('bo', 2), deed('ada', 1), deed('kit', 0, true)])
  expect(due.map(({ person, deeds }) => [person.id, deeds.length])).toEqual([
    ['ada', 2],
    ['bo', 1],
  ])
})

test('a deed by hand needs words, one with a source does not', () => {
  expect(wrongWith({ kind: 'sent', text: ' ', sourced: false })).toMatchObject({ field: 'text' })
  expect(wrongWith({ kind: 'answered', text: '', sourced: true })).toBe(null)
})
