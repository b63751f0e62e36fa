import { expect, test } from 'vitest'
import { noon } from '../../../test/cast.ts'
import { type BriefLine, beforeYouReply, type Known } from './brief.ts'
import { type Moment, wrongWith } from './moment.ts'

const today = '2026-06-01'
const rosa: Known = {
  name: 'Rosa Marques',
  called: 'Rosa',
  spoken: 'ROH-za',
  pronouns: null,
  last: { at: noon, state: 'done', preview: 'Obrigada!' },
  moments: [],
  order: null,
  knownBy: ['Kit', 'Ana', 'Bo'],
  wroteFirst: 0,
}
type Kept = Known['moments'][number]
const moment = (kind: Moment['kind'], onDay: string, more: Partial<Kept> = {}): Kept => ({
  id: kind,
  kind,
  text: `a ${kind}`,
  onDay,
  dueDay: null,
  sensitivity: 'ordinary',
  expiresDay: null,
  onlyFor: null,
  settled: null,
  by: 'Kit',
  ...more,
})
const linesOf = (more: Partial<Known>): BriefLine[] => beforeYouReply({ ...rosa, ...more }, today)
const of = (lines: readonly BriefLine[], is: BriefLine['is']) => lines.find((line) => line.is === is)

test('with everything known there are six lines, in their order', () => {
  const moments = [moment('hiccup', '2026-05-30'), moment('promise', '2026-05-20', { dueDay: '2026-05-31' })]
  expect(linesOf({ moments }).map(({ is }) => is)).toEqual(['name', 'last', 'promise', 'moment', 'known', 'careful'])
})

const order = { what: 'Rye', number: 'A-1', status: 'delivered', onDay: '2026-05-20' } as const

test('what they bought lately stands there, in the place of who knows them where there would be seven lines', () => {
  const moments = [moment('hiccup', '2026-05-30'), moment('promise', '2026-05-20', { dueDay: '2026-05-31' })]
  const is = ['name', 'last', 'promise', 'moment', 'order', 'careful']
  expect(linesOf({ moments, order }).map((line) => line.is)).toEqual(is)
  expect(of(linesOf({ order: { ...order, onDay: '2026-05-01' } }), 'order')).toBeUndefined()
})

test('of a stranger there is the name alone', () => {
  const stranger = { called: null, spoken: null, last: null, knownBy: [] }
  expect(linesOf(stranger)).toEqual([{ is: 'name', name: 'Rosa Marques', spoken: null, pronouns: null }])
})

test('of two open promises the one that is due first stands there, and a kept one never', () => {
  const moments = [
    moment('promise', '2026-05-30', { text: 'some day' }),
    moment('promise', '2026-05-20', { dueDay: '2026-06-03', text: 'later' }),
    moment('promise', '2026-05-10', { dueDay: '2026-05-31', text: 'first' }),
    moment('promise', '2026-05-01', { dueDay: '2026-05-02', text: 'kept', settled: 'kept' }),
  ]
  expect(of(linesOf({ moments }), 'promise')).toMatchObject({ text: 'first', overdue: true })
})

const cases: [what: string, more: Partial<Known>, careful: string | undefined][] = [
  ['nothing to heed', {}, undefined],
  ['a loss within the year', { moments: [moment('loss', '2025-07-01'), moment('hiccup', '2026-05-30')] }, 'grief'],
  ['a loss longer ago', { moments: [moment('loss', '2025-05-01')] }, undefined],
  ['something tender', { moments: [moment('interest', '2020-01-01', { sensitivity: 'tender' })] }, 'tender'],
  ['a hiccup lately', { moments: [moment('hiccup', '2026-05-01')], wroteFirst: 9 }, 'let-down'],
  ['a hiccup long ago', { moments: [moment('hiccup', '2026-03-01')] }, undefined],
  ['we wrote first three times', { wroteFirst: 3 }, 'pressed'],
  ['we wrote first twice', { wroteFirst: 2 }, undefined],
  ['what they asked for', { moments: [moment('preference', '2020-01-01')] }, 'preference'],
]
test.each(cases)('what not to do: %s', (_what, more, careful) => {
  expect((of(linesOf(more), 'careful') as { of: string } | undefined)?.of).toBe(careful)
})

test('what makes no sense is refused in words', () => {
  expect(wrongWith(moment('order', today, { dueDay: today }))).toMatchObject({ field: 'dueDay' })
  expect(wrongWith(moment('order', today, { expiresDay: today }))).toMatchObject({ field: 'expiresDay' })
  expect(wrongWith(moment('promise', today, { dueDay: today, expiresDay: '2026-06-02' }))).toBeNull()
})
