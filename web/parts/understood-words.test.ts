import { i18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { beforeAll, expect, test } from 'vitest'
import { en } from '../words/en.ts'
import { say } from '../words/words.ts'
import { labelWord, understoodWords } from './understood-words.ts'

beforeAll(() => {
  i18n.setMessagesCompiler(compileMessage)
  i18n.loadAndActivate({ locale: 'en', messages: en })
})

const more = { mood: 0, corrected: false }

test('what it is, how it was meant and its language, in one line', () => {
  expect(understoodWords({ labels: ['question'], tone: 'annoyed', language: 'de', ...more }, say)).toBe(
    'question · annoyed · German',
  )
})

test('chatter beside something else is not worth a word, alone it is', () => {
  expect(understoodWords({ labels: ['chatter', 'thanks'], tone: null, language: null, ...more }, say)).toBe('thanks')
  expect(understoodWords({ labels: ['chatter'], tone: null, language: null, ...more }, say)).toBe('chatter')
})

test('a label of a newer server stands as it is', () => {
  expect(labelWord('sarcasm', say)).toBe('sarcasm')
})
