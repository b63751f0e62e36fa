import { expect, test } from 'vitest'
import { marksOf } from './marks.ts'

const told = (text: string, spans: [number, number][]) =>
  marksOf(text, spans)
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('')

test('what matched is marked, the rest is not', () => {
  const cases: [spans: [number, number][], marked: string][] = [
    [[], 'almond cake'],
    [[[0, 6]], '[almond] cake'],
    [
      [
        [7, 11],
        [0, 6],
      ],
      '[almond] [cake]',
    ],
    [
      [
        [0, 6],
        [3, 9],
      ],
      '[almond][ ca]ke',
    ],
    [[[7, 99]], 'almond [cake]'],
    [
      [
        [5, 5],
        [50, 60],
      ],
      'almond cake',
    ],
  ]
  for (const [spans, marked] of cases) expect(told('almond cake', spans)).toBe(marked)
})

test('a long text is shown around its first mark', () => {
  const text = `${'a'.repeat(1000)}cake${'b'.repeat(1000)}`
  expect(told(text, [[1000, 1004]])).toMatch(/^… a{80}\[cake\]b{316} …$/)
})
