import fc from 'fast-check'
import { expect, test } from 'vitest'
import { headOf, type Joins, join, takeApart, withoutConsent } from './joining.ts'

const people = ['ada', 'bo', 'kit', 'rosa', 'tom', 'yuki']
const none: Joins = new Map()

test('who is joined is read under the name that was kept, however long the way', () => {
  const first = join(none, { keep: 'bo', absorb: 'kit' })
  const second = join(first?.joins ?? none, { keep: 'ada', absorb: 'kit' })
  expect(second?.edge).toEqual({ kept: 'ada', absorbed: 'bo' })
  expect(headOf(second?.joins ?? none, 'kit')).toBe('ada')
})

test('two who are one already are not joined again', () => {
  const { joins } = join(none, { keep: 'ada', absorb: 'bo' }) ?? { joins: none }
  expect(join(joins, { keep: 'bo', absorb: 'ada' })).toBeNull()
})

type Act = { is: 'join'; keep: string; absorb: string } | { is: 'apart'; nth: number }
const acts = fc.array(
  fc.oneof(
    fc.record({
      is: fc.constant('join' as const),
      keep: fc.constantFrom(...people),
      absorb: fc.constantFrom(...people),
    }),
    fc.record({ is: fc.constant('apart' as const), nth: fc.nat(5) }),
  ),
  { maxLength: 40 },
)

test('any sequence of joins and takings-apart gives the humans that the joins that stand make', () => {
  fc.assert(
    fc.property(acts, (sequence: Act[]) => {
      let joins = none
      let standing: { kept: string; absorbed: string }[] = []
      for (const act of sequence) {
        if (act.is === 'join') {
          const joined = join(joins, act)
          if (joined === null) continue
          joins = joined.joins
          standing.push(joined.edge)
        } else {
          const edge = standing[act.nth]
          if (!edge) continue
          joins = takeApart(joins, edge.absorbed)
          standing = standing.filter((it) => it !== edge)
        }
        expect(humans(joins)).toEqual(reachable(standing))
      }
    }),
  )
})

test('to take a join apart at once gives back exactly what was', () => {
  fc.assert(
    fc.property(acts, fc.constantFrom(...people), fc.constantFrom(...people), (sequence: Act[], keep, absorb) => {
      let joins = none
      for (const act of sequence) if (act.is === 'join') joins = join(joins, act)?.joins ?? joins
      const joined = join(joins, { keep, absorb })
      if (joined !== null) expect(takeApart(joined.joins, joined.edge.absorbed)).toEqual(joins)
    }),
  )
})

test('a name on X is linked with names elsewhere only by consent', () => {
  const x = { channel: 'x', handle: 'ada', consents: false }
  const mail = { channel: 'email', handle: 'ada@ada.example', consents: false }
  expect(withoutConsent([x, mail])).toEqual([x])
  expect(withoutConsent([{ ...x, consents: true }, mail])).toEqual([])
  expect(withoutConsent([x, { ...x, handle: 'ada2' }])).toEqual([])
})

/** By the joins: each human as a sorted list of names. */
const humans = (joins: Joins): string[] =>
  [...Map.groupBy(people, (id) => headOf(joins, id)).values()].map((all) => all.join('+')).sort()

/** By walking the edges both ways, as anybody would draw it. */
function reachable(edges: readonly { kept: string; absorbed: string }[]): string[] {
  const seen = new Set<string>()
  const found: string[] = []
  for (const start of people) {
    if (seen.has(start)) continue
    const reached = new Set([start])
    for (const id of reached)
      for (const { kept, absorbed } of edges) {
        if (kept === id) reached.add(absorbed)
        if (absorbed === id) reached.add(kept)
      }
    for (const id of reached) seen.add(id)
    found.push(people.filter((id) => reached.has(id)).join('+'))
  }
  return found.sort()
}
