import { expect, test } from 'vitest'
import { at } from '../../../test/cast.ts'
import { five } from './five.ts'

const candidate = (id: string, text: string, more = {}) => ({
  id,
  text,
  at: at(Number(id)),
  mood: 0,
  passed: 0,
  ...more,
})

test('five for five reasons, none twice', () => {
  const glass = ['2', '3', '4', '5'].map((id) => candidate(id, 'There is glass in the bread'))
  const hours = ['6', '7'].map((id) => candidate(id, 'And nobody answers the phone'))
  const chosen = five([
    candidate('1', 'Something odd just now'),
    ...glass,
    ...hours,
    candidate('8', 'Look at this', { passed: 7 }),
    candidate('9', 'I hate you all', { mood: -0.9 }),
  ])
  expect(chosen).toEqual([
    { id: '2', why: 'typical', number: 3 },
    { id: '8', why: 'passed-on', number: 7 },
    { id: '9', why: 'angriest', number: 0 },
    { id: '1', why: 'first', number: 0 },
    { id: '6', why: 'typical', number: 1 },
  ])
})

test('of one message there is one, and of none none', () => {
  expect(five([candidate('1', 'Glass!')])).toEqual([{ id: '1', why: 'typical', number: 0 }])
  expect(five([])).toEqual([])
})
