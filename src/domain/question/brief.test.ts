import { expect, test } from 'vitest'
import { type Brief, brief } from './brief.ts'

const cake: Brief = {
  name: 'Is the almond cake back?',
  asked: 3,
  people: 2,
  rooms: [{ name: 'The square', asked: 3 }],
  answered: 1,
  wordings: ['is the almond cake back?', 'any almond cake\nleft?'],
  best: { text: 'It is, since this morning.', by: 'Kit' },
  next: [{ name: 'When do you open?', people: 1 }],
  writers: ['Kit'],
  objective: { result: 'Nobody rings to ask for *cake*' },
  on: '2026-06-01',
}

test('a brief says what to write, in their own words', () => {
  expect(brief(cake)).toBe(`# Is the almond cake back?

Asked 3 times by 2 people, in The square (3). Answered: 1 of 3. As of 2026-06-01.

## In their own words

> is the almond cake back?

> any almond cake
> left?

## The best answer so far

By Kit:

> It is, since this morning.

## What they asked next

- When do you open? (1 person)

## Who should write it

Kit: answered it most often.

## Which objective it serves

Nobody rings to ask for \\*cake\\*

`)
})

test('before anybody answered it says so', () => {
  const text = brief({ ...cake, asked: 1, people: 1, answered: 0, best: null, next: [], writers: [], wordings: [] })
  expect(text).toContain('Asked once by 1 person')
  expect(text).toContain('None yet.')
  expect(text).toContain('Nobody has answered it yet.')
})

test('words of strangers can not become markup', () => {
  const text = brief({ ...cake, name: '<img src=x>\n# Own', wordings: ['[click](javascript:alert(1)) <b>`x`'] })
  expect(text.split('\n')[0]).toBe('# \\<img src=x\\> \\# Own')
  expect(text).toContain('> \\[click\\](javascript:alert(1)) \\<b\\>\\`x\\`')
})
