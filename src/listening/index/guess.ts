import { isStopWord } from '../stop-words.ts'
import { barePrefix, fact, pair, prefix } from './agreed/kinds.ts'

/** In what share of messages a term may stand, by its looks: it only has to be roughly right, until the term was met. */
export function guessed(kind: number, text: string): number {
  const first = text.charCodeAt(0)
  switch (kind) {
    case pair:
      return 0.0002
    case fact:
      return factRate(text)
    case prefix:
    case barePrefix:
      return byLength(text.length) * 4
    default:
      if (first === 35 || first === 64) return byLength(text.length) / 8
      if (text.length <= 4 && isStopWord(text)) return 0.1
      return first > 0x2e80 ? 0.02 : byLength(text.length)
  }
}

/** Longer words are rarer. Rough figures for English posts. */
const byLength = (length: number): number =>
  [0.05, 0.05, 0.02, 0.008, 0.004, 0.002, 0.0015][length] ?? (length < 10 ? 0.0008 : 0.0003)

const factRates: Record<string, number> = {
  from: 0.001,
  to: 0.002,
  link: 0.005,
  objective: 0.05,
  assignee: 0.05,
  is: 0.2,
}
const factRate = (text: string): number => factRates[text.slice(0, text.indexOf(':'))] ?? 0.5
