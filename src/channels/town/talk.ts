/** What the town says next: the lines of live.txt from top to bottom and again, each round a little otherwise. Pure, no dice. */
import type { Said } from '../../domain/message/heard.ts'
import { authorOf, idOf, type Place, type PlaceName, residents, rows, saidBy } from './town.ts'

/** How long a place is silent between two lines, at least and at most, and how much it says a day: together 200. */
export const pace: Readonly<Record<PlaceName, { leastMs: number; mostMs: number; aDay: number }>> = {
  square: { leastMs: 20_000, mostMs: 90_000, aDay: 110 },
  'guest-book': { leastMs: 60_000, mostMs: 180_000, aDay: 50 },
  comments: { leastMs: 90_000, mostMs: 300_000, aDay: 40 },
}

/** The `n`th thing said at a place, from 0 on. The same `n` gives the same, but for its hour. */
export function line(name: PlaceName, place: Place, n: number, at: Date): Said {
  const lines = talk[name]
  const index = n % lines.length
  const first = start(lines, index)
  const inReplyTo = index === first ? null : idAt(place, name, n - 1)
  const text = varied(lines[index]?.text ?? '', `${place.address} ${n}`)
  return saidBy(place, whoAt(name, n), { id: idAt(place, name, n), at, text, title: titleOf(name, n), inReplyTo })
}

/** How long it is silent before its `n`th line. */
export function silence(name: PlaceName, n: number): number {
  const { leastMs, mostMs } = pace[name]
  return Math.round(leastMs + (mostMs - leastMs) * chance(`${name} silence ${n}`))
}

/** What somebody says when we answered them; null: it was nobody of the town. `ours`: the id of our words. */
export function thanks(place: Place, answered: { id: string; ours: string }, at: Date): Said | null {
  const who = residents.get(authorOf(answered.id) ?? '')
  if (!who) return null
  const [lang] = who.langs
  const known = gratitude.filter((row) => row.lang === lang)
  const { text } = pick(known, answered.ours)
  const id = idOf(place, `thanks-${answered.ours.replaceAll('/', '-')}`, who.key)
  return saidBy(place, who.key, { id, at, text: varied(text, answered.ours), title: null, inReplyTo: answered.ours })
}

type TalkLine = { who: string; text: string; goesOn: boolean }

const talk: Readonly<Record<PlaceName, readonly TalkLine[]>> = {
  square: linesOf('square'),
  'guest-book': linesOf('guest-book'),
  comments: linesOf('comments'),
}

const gratitude = rows('thanks.txt').map(([lang = '', text = '']) => ({ lang, text }))

function linesOf(name: PlaceName): TalkLine[] {
  return rows('live.txt')
    .filter(([where]) => where === name)
    .map(([, who = '', text = '']) => ({ who: who.replace(/^> */, ''), text, goesOn: who.startsWith('>') }))
}

/** Where the conversation of a line begins. */
function start(lines: readonly TalkLine[], index: number): number {
  let first = index
  while (lines[first]?.goesOn) first--
  return first
}

function whoAt(name: PlaceName, n: number): string {
  const lines = talk[name]
  return varied(lines[n % lines.length]?.who ?? '', `${name} who ${n}`)
}

const idAt = (place: Place, name: PlaceName, n: number): string => idOf(place, `live-${n}`, whoAt(name, n))

const titleOf = (name: PlaceName, n: number): string | null =>
  name === 'comments' ? `The queue at ten past seven, a study (part ${2 + Math.floor(n / talk.comments.length)})` : null

/** `{one; another}` becomes one of them, always the same for the same seed. */
const varied = (text: string, seed: string): string =>
  text.replaceAll(/\{([^}]*)\}/g, (choice, options: string) => pick(options.split(/; */), `${seed} ${choice}`))

function pick<T>(options: readonly T[], seed: string): T {
  const chosen = options[Math.floor(chance(seed) * options.length)]
  if (chosen === undefined) throw new Error(`There is nothing to choose from: ${seed}`)
  return chosen
}

/** In [0, 1), the same for the same seed: FNV-1a over its letters, its bits mixed as MurmurHash3 ends. */
function chance(seed: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < seed.length; i++) hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}
