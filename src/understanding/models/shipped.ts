/** What the shipped models say of a text that was read: the sums of their columns, as log odds. */
import type { Features } from '../reading/features.ts'
import { type Head, heads } from './heads.ts'
import { type Linear, loaded, moves, score } from './linear.ts'
import { readModel } from './model-file.ts'

/** `slopes` and `shifts` turn a column's sum into calibrated log odds. Of the mood, they are what its two columns get on top. */
export type LinearHeader = Omit<Linear, 'weights'> & { slopes: number[]; shifts: number[] }

const load = (name: string) => {
  const { header, weights } = readModel<LinearHeader>(name)
  return { ...header, ...loaded({ ...header, weights }) }
}
const headsModel = load('heads')
const moodModel = load('mood')

export const columnOf = Object.fromEntries(heads.map((head, column) => [head, column])) as Record<Head, number>

/** Log odds: of each head, then that the mood is negative and that it is positive, both against neutral. */
export const sumCount = heads.length + 2
export const negative = heads.length
export const positive = heads.length + 1

/** Who complains is cross, and who is glad does not complain: so much of the mood counts towards a complaint. */
const crossness = 0.5

const headSums = new Float64Array(heads.length)
const moodSums = new Float64Array(2)

export function sumsOf(features: Features): Float64Array {
  const sums = new Float64Array(sumCount)
  score(headsModel, features, headSums)
  for (let column = 0; column < heads.length; column++)
    sums[column] =
      (headSums[column] as number) * (headsModel.slopes[column] as number) + (headsModel.shifts[column] as number)
  score(moodModel, features, moodSums)
  for (const column of [0, 1])
    sums[negative + column] =
      (moodSums[column] as number) * (moodModel.slopes[column] as number) + (moodModel.shifts[column] as number)
  const cross = (sums[negative] as number) - (sums[positive] as number)
  sums[columnOf.complaint] = (sums[columnOf.complaint] as number) + crossness * cross
  return sums
}

/** What each token adds to a head, or to the mood: above 0 towards the positive. */
export function movesOf(what: Head | 'mood', features: Features): Float64Array {
  if (what === 'mood') return moodMoves(features)
  const moved = moves(headsModel, columnOf[what], features)
  if (what !== 'complaint') return moved
  const glad = moodMoves(features)
  return moved.map((by, token) => by - crossness * (glad[token] as number))
}

function moodMoves(features: Features): Float64Array {
  const down = moves(moodModel, 0, features)
  return moves(moodModel, 1, features).map((up, token) => up - (down[token] as number))
}
