import { expect, test } from 'vitest'
import { isDelicate } from './delicate.ts'

const cases: [text: string, delicate: boolean][] = [
  ['We are getting married on Saturday, can you bake the cake?', false],
  ['My grandmother died last night.', false],
  ['Our daughter turns five, and the cake never came!', false],
  ['Die Torte kam zerbrochen an', false],
  ['Notre fille se marie en juin', false],
  ['Se nos casa la hija', false],
  ['We grill on Saturday, still ill-tempered about the bill', true],
  ['The chill pill bill', false],
  ['My mother is in hospital', true],
  ['She is pregnant, we are so happy', true],
  ['He was elected on Sunday!', true],
  ['Bake us a cake for his Bar Mitzvah', true],
  ['Zur Taufe unserer Tochter', true],
  ['Mon père est malade', true],
  ['Está embarazada', true],
  ['I came out to my parents', true],
  ['', false],
]
test.each(cases)('%s', (text, delicate) => {
  expect(isDelicate(text)).toBe(delicate)
})
