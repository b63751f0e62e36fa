import { expect, test } from 'vitest'
import { reasonText } from './reason-text.ts'

const say = (id: string, values = {}) => `${id} ${JSON.stringify(values)}`

test.each([
  [{ is: 'let-down', times: 2 }, 'wooing.reason.let-down {"n":2}'],
  [{ is: 'sinking', messages: 3, unanswered: 0 }, 'wooing.reason.sinking {"n":3}'],
  [{ is: 'sinking', messages: 3, unanswered: 2 }, 'wooing.reason.sinking {"n":3}, irritated.unanswered {"n":2}'],
  [{ is: 'waiting', hours: 77, unanswered: 1 }, 'wooing.reason.waiting {"n":3}'],
  [{ is: 'waiting', hours: 5, unanswered: 4 }, 'irritated.unanswered {"n":4}'],
] as const)('%j', (reason, words) => expect(reasonText(reason, say)).toBe(words))
