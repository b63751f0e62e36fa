import { fieldValue } from './fields.ts'
import { fold, unaccented } from './letters.ts'
import { holds } from './matches.ts'
import type { Post } from './post.ts'
import { print, type Query, type Word } from './query.ts'
import { type Reading, read } from './reading.ts'
import { isStopWord } from './stop-words.ts'
import { asTerm, isCharacter, wordsOf } from './terms.ts'

/** A message that a query found, and what somebody said of it. */
export type Judged = { post: Post; aboutUs: boolean }

/** A term to exclude: what is written after the query, and how many judged messages it would remove of each side. */
export type Proposal = {
  kind: 'word' | 'phrase' | 'hashtag' | 'author' | 'link'
  /** In its one spelling: `recipe`, `"apple pie"`, `#ad`, `from:bot`, `link:shop.example`. */
  term: string
  removes: { aboutUs: number; notAboutUs: number }
}

const mostProposals = 8

/** So many messages that are not about us a term must remove: one alone says nothing. */
const fewest = 2

/**
 * Terms that stand in what is not about us and not in what is, the most telling first. Of the judged, only those count that the query
 * still finds. Never a term of the query itself, and no word that says nothing.
 */
export function proposals(query: Query, judged: readonly Judged[], now: Date | null = null): Proposal[] {
  const found = judged
    .map(({ post, aboutUs }) => ({ reading: read(post), aboutUs }))
    .filter(({ reading }) => holds(query, reading, now))
  const own = ownTerms(query)
  const sides = { aboutUs: found.filter(({ aboutUs }) => aboutUs).length, notAboutUs: 0 }
  sides.notAboutUs = found.length - sides.aboutUs

  const ranked = [...candidates(found)]
    .filter(([, { removes }]) => removes.notAboutUs >= fewest)
    .map(([term, it]) => ({ term, ...it, score: logOdds(it.removes, sides) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || order.indexOf(a.kind) - order.indexOf(b.kind) || (a.term < b.term ? -1 : 1))

  const chosen: Proposal[] = []
  const seen = new Set<string>()
  for (const { kind, term, query: excluded, which } of ranked) {
    if (chosen.length === mostProposals) break
    if (isOwn(excluded, own) || seen.has(which.join())) continue
    // The plain reading has the last word on what it would remove.
    const removed = found.filter(({ reading }) => holds(excluded, reading, now))
    const aboutUs = removed.filter((it) => it.aboutUs).length
    seen.add(which.join())
    chosen.push({ kind, term, removes: { aboutUs, notAboutUs: removed.length - aboutUs } })
  }
  return chosen
}

/** A query as somebody wrote it, without what a term finds: `a OR b` becomes `(a OR b) -term`. */
export const excluding = (source: string, query: Query, term: string): string =>
  `${query.is === 'any' ? `(${source.trim()})` : source.trim()} -${term}`

/** Where two remove the same messages, the simplest is proposed. */
const order = ['hashtag', 'word', 'link', 'author', 'phrase'] satisfies Proposal['kind'][]

/** The log of how much likelier a term is in what is not about us; with half a message more on each side, so that none is divided by. */
function logOdds(removes: Proposal['removes'], sides: Proposal['removes']): number {
  const odds = (some: number, all: number) => (some + 0.5) / (all - some + 0.5)
  return Math.log(odds(removes.notAboutUs, sides.notAboutUs)) - Math.log(odds(removes.aboutUs, sides.aboutUs))
}

type Found = { reading: Reading; aboutUs: boolean }
type Term = { kind: Proposal['kind']; query: Query }
type Counted = Term & { removes: Proposal['removes']; which: number[] }

/** Every term of the messages by its spelling, with the messages it is in. */
function candidates(found: readonly Found[]): Map<string, Counted> {
  const counted = new Map<string, Counted>()
  for (const [number, { reading, aboutUs }] of found.entries()) {
    for (const [term, { kind, query }] of termsOf(reading)) {
      const it = counted.get(term) ?? { kind, query, removes: { aboutUs: 0, notAboutUs: 0 }, which: [] }
      it.removes[aboutUs ? 'aboutUs' : 'notAboutUs']++
      it.which.push(number)
      counted.set(term, it)
    }
  }
  return counted
}

function termsOf({ post, words }: Reading): Map<string, Term> {
  const terms = new Map<string, Term>()
  const add = (kind: Proposal['kind'], query: Query) => void terms.set(print(query), { kind, query })
  let before: { word: Word; position: number; says: boolean } | null = null
  for (const { names, inTag, position } of words) {
    const [word] = inTag ? [] : wordsOf(names[0] ?? '', 'folded')
    const isMark = /^[#@]/.test(word?.text ?? '@')
    const says = word !== undefined && !isMark && saysSomething(word)
    if (word?.text.startsWith('#')) add('hashtag', word)
    if (word && says && !isCharacter(word)) add('word', word)
    if (word && !isMark && before && before.position === position - 1 && (says || before.says))
      add('phrase', asTerm([before.word, word]))
    before = word && !isMark ? { word, position, says } : null
  }
  const author = fieldValue((post.author?.handle ?? post.author?.id ?? '').replace(/^@/, ''))
  if (author !== '') add('author', { is: 'field', name: 'from', value: author })
  for (const link of post.links ?? []) {
    const host = URL.parse(link)?.hostname.replace(/^www\./, '')
    if (host?.includes('.')) add('link', { is: 'field', name: 'link', value: host })
  }
  return terms
}

/** A character of a script without spaces does, together with its neighbour. */
const saysSomething = (word: Word) =>
  isCharacter(word) || (word.text.length > 1 && !isStopWord(word.text) && !ofAddresses.has(word.text))

/** The words of a link that stands in a text. */
const ofAddresses = new Set(['http', 'https', 'www', 'com', 'org', 'net', 'co'])

/** What a query asks for already, word by word, without case and accents; a prefix ends with `*`. */
function ownTerms(query: Query): Set<string> {
  switch (query.is) {
    case 'all':
    case 'any':
      return new Set(query.queries.flatMap((each) => [...ownTerms(each)]))
    case 'not':
      return ownTerms(query.query)
    case 'near':
      return new Set(query.terms.flatMap((each) => [...ownTerms(each)]))
    case 'phrase':
      return new Set(query.words.flatMap((each) => [...ownTerms(each)]))
    case 'word':
      return new Set([plain(query) + (query.prefix ? '*' : '')])
    case 'field':
      return new Set([print(query)])
  }
}

function isOwn(query: Query, own: ReadonlySet<string>): boolean {
  switch (query.is) {
    case 'word': {
      const text = plain(query).replace(/^#/, '')
      return [...own].some((each) => isSame(text, each.replace(/^#/, '')))
    }
    case 'phrase':
      return query.words.every((word) => isOwn(word, own))
    case 'field':
      return own.has(print(query))
    case 'near':
    case 'all':
    case 'any':
    case 'not':
      return false
  }
}

const isSame = (text: string, own: string) => (own.endsWith('*') ? text.startsWith(own.slice(0, -1)) : text === own)
const plain = ({ text }: Word) => unaccented(fold(text))
