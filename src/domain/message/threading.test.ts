import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Arriving, type Held, thread } from './threading.ts'

const nobody: Held = { conversationOf: new Map(), waitingFor: new Map() }
const counting = () => {
  let at = 0
  return () => `c${++at}`
}

test('a chain that arrives at once is one conversation, in any order', () => {
  const chain: Arriving[] = [
    { externalId: 'a', parent: null },
    { externalId: 'b', parent: 'a' },
    { externalId: 'c', parent: 'b' },
  ]
  for (const order of [chain, chain.toReversed()]) {
    const { belongs, started } = thread(order, nobody, counting())
    expect([new Set(belongs.values()).size, [...started.values()]]).toEqual([1, ['a']])
  }
})

test('the example: what waited for b is joined into the conversation of a', () => {
  const held = { conversationOf: new Map([['a', 'seven']]), waitingFor: new Map([['b', 'eight']]) }
  const { belongs, joined } = thread([{ externalId: 'b', parent: 'a' }], held, counting())
  expect([belongs.get('b'), joined]).toEqual(['seven', [{ absorb: 'eight', into: 'seven' }]])
})

test('a conversation whose first message turns out to have a parent waits for that one now', () => {
  const { rekeyed, belongs } = thread(
    [{ externalId: 'b', parent: 'a' }],
    { conversationOf: new Map(), waitingFor: new Map([['b', 'eight']]) },
    counting(),
  )
  expect([rekeyed.get('eight'), belongs.get('b')]).toEqual(['a', 'eight'])
})

test('replies that go in a circle end somewhere', () => {
  const circle = [
    { externalId: 'a', parent: 'b' },
    { externalId: 'b', parent: 'a' },
    { externalId: 'c', parent: 'c' },
  ]
  expect(thread(circle, nobody, counting()).belongs.size).toBe(3)
})

test('a chain of 20,000 is quick', () => {
  const chain = Array.from({ length: 20_000 }, (_, at) => ({
    externalId: `m${at}`,
    parent: at === 0 ? null : `m${at - 1}`,
  }))
  expect(new Set(thread(chain.toReversed(), nobody, counting()).belongs.values()).size).toBe(1)
})

/** Filing in pieces, as the store does it, with what each piece leaves behind. */
function inPieces(arriving: readonly Arriving[], cuts: readonly number[]): string[][] {
  const conversationOf = new Map<string, string>()
  const waitingFor = new Map<string, string>()
  const newId = counting()
  const move = (from: string, to: string) => {
    for (const [id, at] of conversationOf) if (at === from) conversationOf.set(id, to)
    for (const [key, at] of waitingFor) if (at === from) waitingFor.delete(key)
  }
  let from = 0
  for (const to of [...cuts, arriving.length]) {
    const { belongs, started, rekeyed, joined } = thread(
      arriving.slice(from, to),
      { conversationOf, waitingFor },
      newId,
    )
    for (const { absorb, into } of joined) move(absorb, into)
    for (const [id, key] of rekeyed) {
      for (const [old, at] of waitingFor) if (at === id) waitingFor.delete(old)
      waitingFor.set(key, id)
    }
    for (const [id, key] of started) waitingFor.set(key, id)
    for (const [id, at] of belongs) conversationOf.set(id, at)
    from = to
  }
  return [...Map.groupBy(conversationOf.keys(), (id) => conversationOf.get(id)).values()]
    .map((ids) => ids.sort())
    .sort()
}

test('however a forest is cut and shuffled, the same messages end up together', () => {
  const forest = fc.integer({ min: 2, max: 25 }).chain((size) =>
    fc.record({
      parents: fc.array(fc.integer({ min: -1, max: size - 1 }), { minLength: size, maxLength: size }),
      order: fc.shuffledSubarray(
        Array.from({ length: size }, (_, at) => at),
        { minLength: size },
      ),
      cuts: fc.uniqueArray(fc.integer({ min: 1, max: size }), { maxLength: 5 }),
    }),
  )
  fc.assert(
    fc.property(forest, ({ parents, order, cuts }) => {
      // A parent is always older: `at` replies to something before it, or to nothing.
      const all = parents.map((parent, at) => ({
        externalId: `m${at}`,
        parent: at === 0 || parent < 0 ? null : `m${parent % at}`,
      }))
      const shuffled = order.map((at) => all[at] as Arriving)
      expect(
        inPieces(
          shuffled,
          cuts.sort((a, b) => a - b),
        ),
      ).toEqual(inPieces(all, []))
    }),
    { numRuns: 500 },
  )
})
