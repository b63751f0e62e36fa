/** How a message was understood, as it is kept with it: its language, what its writer wants, how it was meant. */
import { explain, type Why } from '../../understanding/explain.ts'
import { type Correction, type Learned, learn } from '../../understanding/learning.ts'
import { type Intent, intents, type Understanding, understand } from '../../understanding/understanding.ts'
import type { Said } from './heard.ts'

export type Label = Correction['label']

export type Understood = {
  /** ISO 639-1; null: can't tell. */
  readonly language: string | null
  /** The intents that hold, the likeliest first, and `urgent`. */
  readonly labels: readonly Labelled[]
  /** -1 to 1; above .15 positive, below -.15 negative. */
  readonly mood: number
  readonly moodSure: number
  readonly urgency: number
}
export type Labelled = Intent | 'urgent'

/** The workspace's own model, and how often it was taught: a message understood by an older one is understood anew. */
export type Taught = { readonly learned: Learned | undefined; readonly corrections: number }
export const untaught: Taught = { learned: undefined, corrections: 0 }

type Words = Pick<Said, 'text' | 'title' | 'langs'>

const known = new WeakMap<Words, { by: number; understood: Understood }>()

/** Worked out once for a message and a model: who has the time may ask for it beforehand. */
export function understoodBy(taught: Taught, said: Words): Understood {
  const before = known.get(said)
  if (before?.by === taught.corrections) return before.understood
  const understood = understoodOf(said, taught)
  known.set(said, { by: taught.corrections, understood })
  return understood
}

/** What a teammate said of the message holds, whatever the model says. */
export function understoodOf(said: Words, { learned }: Taught, corrected: Label = {}): Understood {
  return withCorrection(understand(wordsOf(said), { declared: said.langs, learned }), corrected)
}

function withCorrection(read: Understanding, corrected: Label): Understood {
  const chance = (intent: Intent) =>
    corrected[intent] === undefined ? read.intents[intent] : corrected[intent] ? 1 : 0
  const holding = intents.filter((intent) => chance(intent) >= holds).sort((a, b) => chance(b) - chance(a))
  return {
    language: read.language ?? null,
    labels: read.urgency >= holds ? ['urgent', ...holding] : holding,
    mood: corrected.mood ?? read.mood,
    moodSure: corrected.mood === undefined ? read.moodSure : 1,
    urgency: read.urgency,
  }
}

/** At or above it, an intent holds. */
const holds = 0.5

/** Why it was understood so; places are those in `wordsOf`. */
export const whyOf = (said: Words, { learned }: Taught): Why[] =>
  explain(wordsOf(said), { declared: said.langs, learned })

/** What a correction teaches the workspace's model. */
export const teach = ({ learned, corrections }: Taught, said: Words, label: Label): Taught => ({
  learned: learn(learned, { text: wordsOf(said), label }),
  corrections: corrections + 1,
})

/** A headline is part of what is said. */
export const wordsOf = ({ title, text }: Pick<Words, 'title' | 'text'>): string => (title ? `${title}\n${text}` : text)

/** How it was meant, in a word; null: nothing that would need one. */
export type Tone = 'glad' | 'annoyed' | 'angry' | 'sad'

export function toneOf({ labels, mood }: Pick<Understood, 'labels' | 'mood'>): Tone | null {
  if (mood > 0.15) return 'glad'
  if (mood >= -0.15) return labels.includes('loss') ? 'sad' : null
  if (labels.includes('loss')) return 'sad'
  return mood < -0.6 || labels.includes('abuse') ? 'angry' : 'annoyed'
}

/** What queries find a message by: `is:` its labels and its tone, `lang:` its language. */
export const found = (
  { language, ...said }: Pick<Understood, 'language' | 'labels' | 'mood'>,
  declared: readonly string[],
) => {
  const tone = toneOf(said)
  return { labels: tone === null ? said.labels : [...said.labels, tone], langs: spoken(language, declared) }
}

/** What the channel declares is a hint: it adds a region to what we understood, and stands where we can't tell. */
function spoken(language: string | null, declared: readonly string[]): readonly string[] {
  if (language === null) return declared
  const closer = declared.filter((tag) => tag.toLowerCase().split('-')[0] === language)
  return closer.length > 0 ? closer : [language]
}
