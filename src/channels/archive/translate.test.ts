import { expect, test } from 'vitest'
import { noFields } from './rows.ts'
import { translate } from './translate.ts'

const row = {
  ...noFields(),
  text: 'is the cake back? https://acme.example/cake.',
  author: ' Ada ',
  at: '2026-06-01T12:00:00Z',
  id: '3',
  parent: '2.0',
}
const us = new Set(['acme'])

test('a row becomes something said', () => {
  expect(translate(row, us)).toMatchObject({
    is: 'said',
    message: {
      id: '3',
      source: 'archive',
      author: { id: 'ada', handle: 'Ada', us: false },
      inReplyTo: '2',
      links: ['https://acme.example/cake'],
      reasons: ['room'],
    },
  })
})

test('the words of --us are ours, in whatever case', () => {
  expect(translate({ ...row, author: 'ACME' }, us)).toMatchObject({ message: { author: { id: 'acme', us: true } } })
})

test.each([
  [{ author: ' ' }, 'nobody is named as its author'],
  [{ text: ' ' }, 'nothing is said in it'],
  [{ at: '' }, 'it has no date'],
  [{ at: 'soon' }, 'its date "soon" can\'t be read'],
])('a row with %j is bad', (lack, why) => {
  expect(translate({ ...row, ...lack }, us)).toEqual({ is: 'bad', why })
})

test.each([
  ['3.0', '3'],
  ['3.5', '3.5'],
  ['<a@b>', '<a@b>'],
])('the id %j is %j', (written, id) => {
  expect(translate({ ...row, id: written }, us)).toMatchObject({ message: { id } })
})

test.each(['', 'nan', 'None', '3', '3.0'])('the parent %j is none', (parent) => {
  expect(translate({ ...row, parent }, us)).toMatchObject({ message: { inReplyTo: null } })
})

test('a row without an id has the same one each time, and another row has another', () => {
  const id = (more: object) => {
    const translated = translate({ ...row, id: '', ...more }, us)
    return translated.is === 'said' ? translated.message.id : null
  }
  expect(id({})).toBe(id({}))
  expect(id({})).toMatch(/^row:/)
  expect(id({ text: 'other' })).not.toBe(id({}))
})
