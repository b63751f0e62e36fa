/** Turns the sums of columns into log odds that hold: of what is said at 90 %, about 90 % is so. On rows kept from training. */

import { heads } from '../src/understanding/models/heads.ts'
import { type Linear, loaded, score } from '../src/understanding/models/linear.ts'
import { read } from '../src/understanding/reading/features.ts'
import { asTrained } from './heads.ts'
import type { Row } from './rows.ts'
import { hashOf } from './same-dice.ts'

export type Calibrated = { slopes: number[]; shifts: number[] }

export const calibrated = {
  /** One row in twenty. */
  keeps: ({ text }: Row): boolean => hashOf(text) % 20 === 7,
  heads: (model: Linear, rows: readonly Row[]): Calibrated => {
    const quick = loaded(model)
    const sums = rows.map((row) => {
      const each = new Float64Array(heads.length)
      score(quick, read(asTrained(row)), each)
      return each
    })
    const each = heads.map((head, column) =>
      platt(
        rows.flatMap(({ heads: { [head]: label }, weight }, row) =>
          label === undefined ? [] : [{ sum: (sums[row] as Float64Array)[column] as number, label, weight }],
        ),
      ),
    )
    // Who writes to a desk complains three times as often as the writers of the rows. And a loss that is overlooked hurts more
    // than one that is only supposed.
    for (const [head, more] of [
      ['complaint', 1.2],
      ['loss', 1],
    ] as const) {
      const column = each[heads.indexOf(head)] as (typeof each)[number]
      column.shift = Number((column.shift + more).toPrecision(6))
    }
    return { slopes: each.map(({ slope }) => slope), shifts: each.map(({ shift }) => shift) }
  },
  /** People who write to a desk are less often neutral, and more often cross, than the writers of the rows. */
  mood: { slopes: [1, 1], shifts: [0.3, 0] } satisfies Calibrated,
}

/** Slope and shift by Newton's method (Platt 1999, with his smoothed targets). */
function platt(rows: readonly { sum: number; label: number; weight: number }[]): { slope: number; shift: number } {
  let [slope, shift] = [1, 0]
  for (let turn = 0; turn < 30; turn++) {
    let [a, b, c, d, e] = [1, 0, 1, slope - 1, shift]
    for (const { sum, label, weight } of rows) {
      const p = 1 / (1 + Math.exp(-(slope * sum + shift)))
      const by = (p - (0.01 + 0.98 * label)) * weight
      const curve = p * (1 - p) * weight
      a += curve * sum * sum
      b += curve * sum
      c += curve
      d += by * sum
      e += by
    }
    const all = a * c - b * b
    slope -= (c * d - b * e) / all
    shift -= (a * e - b * d) / all
  }
  return { slope: Number(slope.toPrecision(6)), shift: Number(shift.toPrecision(6)) }
}
