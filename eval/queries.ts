/** Queries of every kind: some written by hand, most drawn from the posts themselves, so that they find something. */
import { tokens } from '../src/listening/tokens.ts'
import type { Told } from './posts.ts'

export type Asked = { kind: string; query: string }

const byHand: Record<string, string[]> = {
  words: ['flight', 'FLIGHT', 'the', "don't", 'thank you', 'e-mail', 'AT&T', '100', 'é', '20%', 'snow_day', '@', ''],
  operators: [
    'delayed OR cancelled',
    'flight -delayed',
    'flight NOT (delayed OR cancelled)',
    '(thanks OR thank) (crew OR staff) -"no thanks"',
    'a OR b c OR -d',
    '--flight',
    '-(-flight)',
    'flight delayed OR -the',
  ],
  phrases: ['"customer service"', '"cancelled flight*"', '"the the"', '"can\'t believe"', '"I am"', '"united #united"'],
  prefixes: ['cancel*', 'cancelled*', '#unit*', '@south*', 'xyzzy*', '~caf*', 'आप*', 'que*', "don't*"],
  near: [
    'flight NEAR/3 delayed',
    '"customer service" NEAR/8 worst',
    '"late flight bag"~10',
    'you NEAR/1 are',
    'a NEAR/1000 the',
  ],
  case: ['{US}', '{United}', '{united}', '{US Airways}', '{DM}', '{iPhone}', '{#Fail}'],
  accents: ['cafe', '~cafe', 'você', '~voce', 'voce', '~"nao e"', '~"é"', '~größe', '~francais*'],
  tags: ['#fail', '#FAIL', 'fail', '#jetblue', '@united', '@United', '@AmericanAir -@united', '#MasterChefBR'],
  scripts: ['田中', '社會科學院', '🐵', '👍', '❤', '🇺🇸', 'الله', 'में', 'ﷺ', 'ⓣⓗⓔ', 'ｔｈｅ'],
  fields: [
    'from:cairdin',
    'from:"The cairdin of old"',
    'from:naughty',
    'to:united',
    'in:Airlines',
    'in:"The rest"',
    'on:square flight',
    'lang:pt',
    'lang:en flight',
    '-lang:en',
    'link:t.co',
    'has:link',
    'has:image',
    'has:question -has:link',
    'has:quote',
    'is:reply',
    'is:complaint',
    'assignee:kit',
    'objective:x',
    'after:2026-03-01 before:2026-03-08',
    'older_than:30d flight',
    'flight OR lang:hi',
    '-has:link -is:reply lang:de',
  ],
}

/** As many as are wanted, always the same for the same posts. What can't be read is left to the caller to leave out. */
export function queriesFor(posts: readonly Told[], wanted: number): Asked[] {
  const asked = Object.entries(byHand).flatMap(([kind, queries]) => queries.map((query) => ({ kind, query })))
  const dice = seeded(20_261_124)
  const some = <T>(all: readonly T[]): T => all[Math.floor(dice() * all.length)] as T
  const words = () => tokens(some(posts).said.text).map(({ names }) => names[0] ?? '')
  const word = () => some(words()) ?? 'flight'
  const bare = () => word().replace(/^[#@]/, '') || 'flight'
  const phrase = () => {
    const all = words()
    const from = Math.floor(dice() * Math.max(1, all.length - 3))
    return `"${all.slice(from, from + 2 + Math.floor(dice() * 2)).join(' ') || 'thank you'}"`
  }
  const term = (): string => some([word, bare, phrase, () => `${bare().slice(0, 5)}*`, () => `~${bare()}`])()
  const made: Record<string, () => string> = {
    words: word,
    phrases: phrase,
    prefixes: () => `${bare().slice(0, 3 + Math.floor(dice() * 3))}*`,
    both: () => `${term()} ${term()}`,
    either: () => `${term()} OR ${term()} OR ${term()}`,
    without: () => `${term()} -${term()}`,
    groups: () => `(${term()} OR ${term()}) (${term()} OR ${term()}) -(${term()} ${term()})`,
    near: () => {
      const all = words()
      const at = Math.floor(dice() * Math.max(1, all.length - 4))
      return `${all[at] ?? 'a'} NEAR/${1 + Math.floor(dice() * 6)} ${all[at + 3] ?? 'the'}`
    },
    case: () => `{${some(some(posts).said.text.split(/\s+/)) || 'United'}}`,
    accents: () => `~${bare()}`,
    people: () => `from:"${some(posts).said.author.handle}" ${some(['', '-flight', 'OR flight'])}`,
    fields: () =>
      `${term()} ${some(['has:link', '-has:link', 'is:reply', 'lang:en', '-lang:pt', 'in:Airlines', 'has:question', 'link:t.co'])}`,
  }
  const kinds = Object.keys(made)
  for (let i = 0; asked.length < wanted; i++) {
    const kind = kinds[i % kinds.length] ?? 'words'
    asked.push({ kind, query: made[kind]?.() ?? '' })
  }
  return asked
}

/** The same numbers for the same seed. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
