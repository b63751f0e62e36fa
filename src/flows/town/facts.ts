/** What remembered.txt tells, read once. */
import { readFileSync } from 'node:fs'
import type { MomentKind, Sensitivity } from '../../domain/moment/moment.ts'
import { byCloseness, type Closeness } from '../../domain/tie/tie.ts'
import { type Colleague, isColleague, ScriptTrouble, span } from './script.ts'

/** `ago`: milliseconds before now. */
export type Fact = { readonly who: string; readonly by: Colleague; readonly ago: number } & (
  | { readonly is: 'join' }
  | { readonly is: 'tie'; readonly closeness: Closeness; readonly everyDays: number }
  | {
      readonly is: 'moment'
      readonly kind: MomentKind
      readonly sensitivity: Sensitivity
      /** Of a promise: how long from now. */
      readonly dueIn: number | null
      readonly text: string
    }
  | { readonly is: 'card'; readonly called: string; readonly spoken: string; readonly pronouns: string }
)

const kinds: readonly MomentKind[] = ['hiccup', 'celebration', 'loss', 'order', 'preference', 'interest', 'promise']
const sensitivities: readonly Sensitivity[] = ['ordinary', 'private', 'tender']

export const facts: readonly Fact[] = readFacts(readFileSync(new URL('remembered.txt', import.meta.url), 'utf8'))

/** Throws ScriptTrouble, with the line. */
export function readFacts(source: string): Fact[] {
  return source
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => fact(line))
}

function fact(line: string): Fact {
  const [is = '', who = '', ago = '', by = '', more = '', text = ''] = line.split('|').map((part) => part.trim())
  if (!isColleague(by)) throw new ScriptTrouble(`${by} does not work here: ${line}`)
  const shared = { who, by, ago: span(ago, line) }
  switch (is) {
    case 'join':
      return { ...shared, is }
    case 'tie': {
      const [close, days] = more.split(/, */)
      const closeness = byCloseness.find((it) => it === close)
      if (!closeness || !Number(days)) throw new ScriptTrouble(`How close, and how often? ${line}`)
      return { ...shared, is, closeness, everyDays: Number(days) }
    }
    case 'moment': {
      const [kind, how = ''] = more.split(/, */)
      const known = kinds.find((it) => it === kind)
      const sensitivity = sensitivities.find((it) => it === how) ?? 'ordinary'
      const dueIn = how.startsWith('+') ? span(how.slice(1), line) : null
      if (!known || text === '') throw new ScriptTrouble(`What is remembered? ${line}`)
      return { ...shared, is, kind: known, sensitivity, dueIn, text }
    }
    case 'card': {
      const [called = '', spoken = '', pronouns = ''] = more.split(/, */)
      return { ...shared, is, called, spoken, pronouns }
    }
    default:
      throw new ScriptTrouble(`Nothing is remembered as "${is}": ${line}`)
  }
}
