/** Why a text is understood as it is: the words that moved each answer most, in an order that a person can read. */

import { learnedMoves } from './fitting.ts'
import { type Intent, intents } from './intents.ts'
import { fitted } from './learning.ts'
import { movesOf } from './models/shipped.ts'
import { type Features, read } from './reading/features.ts'
import { meant, type Options } from './understanding.ts'

/** A stretch of the text that moved an answer, by log odds: up where `weight` is above 0, down where it is below. */
export type Moved = { from: number; to: number; weight: number }

/** `learned`: a workspace's corrections had a part in it. */
export type Why = { of: Intent | 'mood' | 'urgency' | 'about'; words: Moved[]; learned: boolean }

/** For each intent that holds, the mood where it is not neutral, and urgency from a half on. Up to five words each, the strongest first. */
export function explain(text: string, { learned }: Options = {}): Why[] {
  const features = read(text)
  if (features.tokens === 0) return []
  const { intents: holds, mood, urgency, about } = meant(features, learned)
  const why = (of: Why['of'], shipped: Float64Array | undefined, task: Intent | 'mood' | 'about' | undefined): Why => {
    const taught = task && learned && fitted(learned, task)
    const added = taught && learnedMoves(taught, features)
    const moved = shipped ?? new Float64Array(features.tokens)
    return {
      of,
      words: strongest(added ? moved.map((by, token) => by + (added[token] as number)) : moved, features),
      learned: taught !== undefined,
    }
  }
  return [
    ...intents.filter((intent) => holds[intent] >= 0.5).map((intent) => why(intent, movesOf(intent, features), intent)),
    ...(Math.abs(mood) > 0.15 ? [why('mood', movesOf('mood', features), 'mood')] : []),
    ...(urgency >= 0.5 ? [why('urgency', movesOf('urgent', features), undefined)] : []),
    ...(about !== undefined ? [why('about', undefined, 'about')] : []),
  ]
}

const most = 5
const least = 0.05

function strongest(moved: Float64Array, { from, to, tokens }: Features): Moved[] {
  return Array.from({ length: tokens }, (_, token) => token)
    .filter((token) => Math.abs(moved[token] as number) >= least)
    .sort((a, b) => Math.abs(moved[b] as number) - Math.abs(moved[a] as number) || a - b)
    .slice(0, most)
    .map((token) => ({
      from: from[token] as number,
      to: to[token] as number,
      weight: Number((moved[token] as number).toFixed(2)),
    }))
}
