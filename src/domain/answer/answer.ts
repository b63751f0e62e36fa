/** An answer: the best reply to a question, kept so that nobody writes it twice, and never sent as it stands to whoever is hurt. */
import type { Id } from '../../lib/ids.ts'
import { toneOf, type Understood } from '../message/understood.ts'

export type Answer = {
  readonly version: number
  readonly text: string
  /** Who gave it first. */
  readonly by: Id | null
  /** Who sees to it that it stays right, and by which day they look at it again. */
  readonly ownerId: Id
  readonly reviewOn: string
}

export type Kept = { readonly is: 'kept'; readonly next: Answer } | { readonly is: 'refused'; readonly why: string }

/** The next version; what is the same in every part is not one. */
export function keep(now: Answer | null, wanted: Omit<Answer, 'version'>, today: string): Kept {
  const text = wanted.text.trim()
  if (text === '') return { is: 'refused', why: 'An answer needs words.' }
  if (wanted.reviewOn <= today) return { is: 'refused', why: 'Choose a day to come for looking at it again.' }
  if (now && same(now.text, text) && now.ownerId === wanted.ownerId && now.reviewOn === wanted.reviewOn)
    return { is: 'kept', next: now }
  return { is: 'kept', next: { ...wanted, text, version: (now?.version ?? 0) + 1 } }
}

export const reviewDue = ({ reviewOn }: Pick<Answer, 'reviewOn'>, today: string): boolean => reviewOn <= today

export type Hurt = 'angry' | 'grieving'

/** Whether somebody is angry or grieving by what they said last; null: neither. Grief goes before anger. */
export function hurt(last: readonly Pick<Understood, 'labels' | 'mood'>[]): Hurt | null {
  if (last.some(({ labels }) => labels.includes('loss'))) return 'grieving'
  return last.some(angry) ? 'angry' : null
}

/** An annoyed complaint is anger enough for not wanting a template. */
function angry(it: Pick<Understood, 'labels' | 'mood'>): boolean {
  const tone = toneOf(it)
  return tone === 'angry' || (tone === 'annoyed' && it.labels.includes('complaint'))
}

/** Whether a reply is a kept answer, word for word: spaces and a full stop at its end make it no other. */
export const isUnchanged = (reply: string, answers: readonly string[]): boolean =>
  answers.some((answer) => same(reply, answer))

const same = (a: string, b: string): boolean => bare(a) === bare(b)
const bare = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!]+$/, '')

/** Why an unchanged answer is held back, for the teammate who would send it. */
export const whyHeldBack = (how: Hurt, name: string): string =>
  how === 'grieving'
    ? `${name} wrote of a loss, and this is a kept answer word for word. Say it in your own words first.`
    : `${name} is angry, and this is a kept answer word for word. Say first what happened to them.`
