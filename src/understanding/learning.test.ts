import fc from 'fast-check'
import { expect, test } from 'vitest'
import { about } from './about.ts'
import { explain } from './explain.ts'
import {
  type Correction,
  decodeLearned,
  encodeLearned,
  type Learned,
  LearnedUnreadable,
  learn,
  mostKept,
} from './learning.ts'
import { understand } from './understanding.ts'

const taught = (...corrections: Correction[]) =>
  corrections.reduce<Learned | undefined>((learned, correction) => learn(learned, correction), undefined) as Learned

const sourdough = [
  'the sourdough is flat',
  'flat sourdough once more',
  'sourdough flat as a pancake',
  'so flat, this sourdough',
]
const flat = taught(
  ...sourdough.map((text) => ({ text, label: { complaint: true, mood: -1 } })),
  ...['rye is back', 'a rye for Sunday'].map((text) => ({ text, label: { complaint: false, mood: 0 } })),
)

test('a correction counts at once, and for what was not said in its very words', () => {
  const text = 'my sourdough came out flat'
  expect(understand(text, { learned: flat }).intents.complaint).toBeGreaterThan(understand(text).intents.complaint)
  expect(understand(text, { learned: flat }).mood).toBeLessThan(understand(text).mood)
})

test('what a label leaves out is not said', () => {
  const learned = taught({ text: 'the sourdough is flat', label: { complaint: true } })
  const [before, after] = [understand('where is it?'), understand('where is it?', { learned })]
  expect({ ...after.intents, complaint: 0 }).toEqual({ ...before.intents, complaint: 0 })
  expect(after.mood).toBe(before.mood)
  expect(after.about).toBeUndefined()
})

test('without what was learned, all is as shipped', () => {
  const before = understand('my sourdough came out flat')
  understand('my sourdough came out flat', { learned: flat })
  expect(understand('my sourdough came out flat')).toEqual(before)
})

test('one correction more leaves what was learned before as it was', () => {
  const before = understand('flat rye', { learned: flat })
  learn(flat, { text: 'flat rye', label: { complaint: false } })
  expect(understand('flat rye', { learned: flat })).toEqual(before)
})

test('the same corrections always give the same answers', () => {
  const again = taught(
    ...sourdough.map((text) => ({ text, label: { complaint: true, mood: -1 } })),
    ...['rye is back', 'a rye for Sunday'].map((text) => ({ text, label: { complaint: false, mood: 0 } })),
  )
  expect(understand('flat', { learned: again })).toEqual(understand('flat', { learned: flat }))
})

test('why says that corrections had a part in it, and with which words', () => {
  const text = 'the sourdough is flat'
  const why = explain(text, { learned: flat }).find(({ of }) => of === 'complaint')
  expect(why?.learned).toBe(true)
  expect(why?.words.map(({ from, to }) => text.slice(from, to))).toContain('flat')
})

test('kept as bytes it is the same, and the words are not in them', () => {
  const bytes = encodeLearned(flat)
  expect(understand('so flat', { learned: decodeLearned(bytes) })).toEqual(understand('so flat', { learned: flat }))
  expect(Buffer.from(bytes).toString('latin1')).not.toContain('sourdough')
  expect(bytes.length / flat.kept.length).toBeLessThan(500)
})

test('bytes of another kind, or cut short, are told', () => {
  const bytes = encodeLearned(flat)
  expect(() => decodeLearned(new Uint8Array([9, 9]))).toThrow(LearnedUnreadable)
  expect(() => decodeLearned(bytes.subarray(0, bytes.length - 3))).toThrow(LearnedUnreadable)
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
      try {
        decodeLearned(Uint8Array.of(1, ...noise))
      } catch (error) {
        expect(error).toBeInstanceOf(LearnedUnreadable)
      }
    }),
  )
})

test('only the latest corrections are kept', () => {
  let learned: Learned | undefined
  for (let time = 0; time < mostKept + 5; time++) learned = learn(learned, { text: 'rye', label: { praise: true } })
  expect(learned?.kept.length).toBe(mostKept)
})

test('any corrections at all keep answers within bounds', () => {
  const labels = fc.record({
    question: fc.boolean(),
    mood: fc.double({ min: -1, max: 1, noNaN: true }),
    about: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(fc.record({ text: fc.string(), label: labels }), { minLength: 1, maxLength: 8 }), (all) => {
      const { intents, mood, about } = understand('where is my cake', { learned: taught(...all) })
      for (const value of [intents.question, about as number]) {
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1)
      }
      expect(Math.abs(mood)).toBeLessThanOrEqual(1)
    }),
    { numRuns: 40 },
  )
})

test('whether it is about us: by what stands around the name, then by what was taught', () => {
  const names = ['Acorn']
  expect(about('@acorn when do you open?', names)).toBeGreaterThan(0.9)
  expect(about('I bought it at Acorn yesterday', names)).toBeGreaterThan(0.5)
  expect(about('an acorn fell on my head', names)).toBeLessThan(0.5)
  expect(about('nothing of the kind', names)).toBeLessThan(0.1)
  expect(about('(Acorn*', ['(Acorn*', ''])).toBeGreaterThan(0)
  const learned = taught(
    ...['acorn in the forest', 'squirrels eat acorn', 'oak and acorn'].map((text) => ({
      text,
      label: { about: false },
    })),
    ...['acorn sent my order', 'my acorn order', 'order from acorn'].map((text) => ({ text, label: { about: true } })),
  )
  expect(about('where is my acorn order', names, learned)).toBeGreaterThan(about('acorn of an oak', names, learned))
})
