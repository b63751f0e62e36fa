import { expect, test } from 'vitest'
import { noon } from '../../../test/cast.ts'
import { promisedIn, proposedOf } from './proposed.ts'

const of = (text: string, labels: string[]) => proposedOf({ title: null, text, at: noon, labels })

test('a celebration is offered with its words and its day', () => {
  expect(of('We are getting married!', ['thanks', 'celebration'])).toEqual({
    kind: 'celebration',
    text: 'We are getting married!',
    onDay: '2026-06-01',
    dueDay: null,
    sensitivity: 'ordinary',
  })
})

test('a loss is offered as tender', () => {
  expect(of('My grandmother died.', ['loss'])).toMatchObject({ kind: 'loss', sensitivity: 'tender' })
})

test('nothing is offered of other messages, nor of health, politics and religion', () => {
  expect(of('Where is my cake?', ['question', 'complaint'])).toBeNull()
  expect(of('Our son was born, she is still in hospital', ['celebration'])).toBeNull()
  expect(of('She won the election!', ['celebration'])).toBeNull()
  expect(of('A cake for the baptism', ['celebration'])).toBeNull()
  expect(of(' ', ['loss'])).toBeNull()
})

test('a long message is cut between words', () => {
  const text = of('so happy '.repeat(100), ['celebration'])?.text ?? ''
  expect(text).toMatch(/(so|happy)…$/)
  expect(text.length).toBeLessThanOrEqual(281)
})

test('a promise of ours is offered with the day on which it is due', () => {
  expect(promisedIn({ text: "Sorry! I'll get back to you Friday.", at: noon })).toEqual({
    kind: 'promise',
    text: "I'll get back to you Friday.",
    onDay: '2026-06-01',
    dueDay: '2026-06-05',
    sensitivity: 'ordinary',
  })
  expect(promisedIn({ text: 'Closed on Friday.', at: noon })).toBeNull()
})
