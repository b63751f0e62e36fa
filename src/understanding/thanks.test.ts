import { expect, test } from 'vitest'
import { isBareThanks } from './thanks.ts'

const cases: [text: string, bare: boolean][] = [
  ['Thanks!', true],
  ['@bakery.example thank you so much 🙏🙏', true],
  ['ok, thanks.', true],
  ['Muito obrigada!!!', true],
  ['Vielen Dank 😊', true],
  ['thanks for nothing', false],
  ['ok thanks, but where is my cake?', false],
  ['Thanks?', false],
  ['', false],
  [`thanks ${'!'.repeat(200)}`, false],
]

test.each(cases)('%s', (text, bare) => {
  expect(isBareThanks(text)).toBe(bare)
})
