import { expect, test } from 'vitest'
import type { MeasureName } from './measure.ts'
import { change, letGo, make, type Objective, takeUp, type Wanted, type Wrong } from './objective.ts'

const noon = new Date('2026-06-01T12:00:00Z')
const wanted: Wanted = {
  result: 'People who complained buy from us again',
  kind: 'reputation',
  measure: 'won-back',
  baseline: 0,
  target: 20,
  due: '2026-12-24',
  unitValue: { cents: 4_000, currency: 'EUR' },
  ownerId: 'kit',
}
const made = (more: Partial<Wanted> = {}): Objective => {
  const it = make({ ...wanted, ...more }, { id: 'o', at: noon })
  if (it.is === 'refused') throw new Error(it.why)
  return it.next
}

test('what is made stands as it was wanted', () => {
  expect(made()).toEqual({ ...wanted, id: 'o', createdAt: noon, letGo: null })
})

const cases: [what: string, more: Partial<Wanted>, field: Wrong['field'] | null][] = [
  ['no sentence', { result: '  ' }, 'result'],
  ['a target that is the baseline', { target: 0 }, 'target'],
  ['fewer won back than there are', { baseline: 30 }, 'target'],
  ['half a person', { target: 20.5 }, 'target'],
  ['fewer than none', { baseline: -1 }, 'baseline'],
  ['today', { due: '2026-06-01' }, 'due'],
  ['tomorrow', { due: '2026-06-02' }, null],
  ['more than a hundred of a hundred', { measure: 'answered-in-time', target: 101 }, 'target'],
  ['fewer of a hundred', { measure: 'voice', baseline: 60, target: 40 }, null],
  ['a number that shall fall', { measure: 'told', baseline: 12.5, target: -3 }, null],
  ['money of no country', { unitValue: { cents: 1, currency: 'euro' } }, 'unitValue'],
  ['worth that nobody knows', { unitValue: null }, null],
]
test.each(cases)('%s', (_what, more, field) => {
  const it = make({ ...wanted, ...more }, { id: 'o', at: noon })
  expect(it.is === 'refused' ? it.field : null).toBe(field)
})

test('another measure is another objective', () => {
  const measure: MeasureName = 'orders'
  expect(change(made(), { ...wanted, measure }, noon)).toMatchObject({ is: 'refused', field: 'measure' })
})

test('an objective whose day has come keeps its day while something else is changed', () => {
  const late = new Date('2027-01-10T12:00:00Z')
  expect(change(made(), { ...wanted, result: 'They come back' }, late)).toMatchObject({ is: 'changed' })
  expect(change(made(), { ...wanted, due: '2027-01-09' }, late)).toMatchObject({ is: 'refused', field: 'due' })
})

test('letting go twice happens once, and taking up again undoes it', () => {
  const gone = letGo(made(), { by: 'kit', at: noon })
  if (gone.is === 'refused') throw new Error(gone.why)
  expect(letGo(gone.next, { by: 'ada', at: noon })).toEqual({ is: 'changed', next: gone.next, happened: [] })
  expect(change(gone.next, wanted, noon)).toMatchObject({ is: 'refused', field: null })
  expect(takeUp(gone.next)).toMatchObject({ next: made(), happened: [{ is: 'taken up' }] })
})
