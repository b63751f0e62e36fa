/**
 * What a message says by itself: its language, what its writer wants, how it was meant, and how soon it matters.
 * "@bakery my cake is late AGAIN, where is it??" is a question and a complaint in English, its mood well below 0.
 */

import { shares, sigmoid, withLearned } from './fitting.ts'
import { type Intent, intents } from './intents.ts'
import { fitted, type Learned } from './learning.ts'
import { languageOf } from './models/language.ts'
import { columnOf, negative, positive, sumsOf } from './models/shipped.ts'
import { type Features, hasWord, read } from './reading/features.ts'

export { type Intent, intents } from './intents.ts'

export type Understanding = {
  /** ISO 639-1; undefined: can't tell. */
  language: string | undefined
  /** Probabilities, 0 to 1. From .5 on it is said to hold. */
  intents: Record<Intent, number>
  /** From -1 to 1; above .15 is positive, below -.15 negative. */
  mood: number
  /** How sure the mood is, 0 to 1. */
  moodSure: number
  /** How soon somebody must act: stranded, hurt, locked out, out of money now. 0 to 1. */
  urgency: number
  /** Whether it is about us, 0 to 1, once a workspace has corrected that; undefined before. */
  about: number | undefined
}

/** `declared`: the languages that the channel says it is in, a hint. `learned`: what the workspace's corrections taught. */
export type Options = { declared?: readonly string[]; learned?: Learned }

/** Pure, never throws, and reads at most the first 1,500 and the last 500 characters. `explain` (explain.ts) says why. */
export function understand(text: string, { declared, learned }: Options = {}): Understanding {
  const features = read(text)
  const { language } = languageOf(features, declared)
  return { language, ...meant(features, learned) }
}

/** Everything but the language, of a text that was read. */
export function meant(features: Features, learned?: Learned): Omit<Understanding, 'language'> {
  const sums = sumsOf(features)
  const empty = features.tokens === 0
  const holds = (task: Intent | 'about', shipped: number | undefined): number | undefined => {
    if (empty) return shipped === undefined ? undefined : 0
    const taught = learned && fitted(learned, task)
    if (taught !== undefined) return sigmoid(withLearned(taught, task, features, sums)[0] as number)
    return shipped
  }
  const all = {} as Record<Intent, number>
  for (const intent of intents) all[intent] = holds(intent, sigmoid(sums[columnOf[intent]] as number)) as number
  // Emoji, marks, names and links alone ask at most; what else somebody wants takes a word.
  if (!hasWord(features))
    for (const intent of intents) if (intent !== 'question' && intent !== 'chatter') all[intent] = 0
  const taught = learned && fitted(learned, 'mood')
  const three = taught
    ? withLearned(taught, 'mood', features, sums)
    : [sums[negative] as number, 0, sums[positive] as number]
  return {
    intents: all,
    ...(empty ? { mood: 0, moodSure: 0 } : moodOf(shares(three))),
    urgency: empty ? 0 : sigmoid(sums[columnOf.urgent] as number),
    about: holds('about', undefined),
  }
}

/** One number of three probabilities: within .15 of 0 where neutral is likeliest, beyond it where another is. */
function moodOf([down = 0, even = 0, up = 0]: readonly number[]): { mood: number; moodSure: number } {
  const moodSure = Math.max(down, even, up)
  if (moodSure === even) return { mood: (0.15 * (up - down)) / even, moodSure }
  const lead = moodSure - Math.max(even, Math.min(up, down))
  const size = 0.15 + 0.85 * Math.max(Number.EPSILON * 8, lead)
  return { mood: up > down ? size : -size, moodSure }
}
