/** Standing queries as organisations have them, drawn from the words of a corpus: the same for the same corpus. */
import type { Post } from '../../src/listening/post.ts'
import { tokens } from '../../src/listening/tokens.ts'
import { seeded } from '../posts.ts'

/**
 * 60 % one name, phrase or prefix; 30 % a name AND one or two OR-groups AND NOT, a quarter of them in one language; 10 %
 * some twenty clauses. Of the names 35 % are invented (nobody says them), 35 % rare (in at most one post in 5,000), the
 * others handles, hashtags and words as often as they are used. Words of context are drawn by how often they are used.
 */
export function queriesFrom(posts: readonly Post[], count: number): { id: string; query: string }[] {
  const dice = seeded(7)
  const words = wordsOf(posts)
  const one = <T>(all: readonly T[]): T => all[Math.floor(dice() * all.length)] as T
  const invented = () => `${one(words.names)}${one(['ex', 'ora', 'ify', 'lab', 'zon'])}${Math.floor(dice() * 900)}`
  const name = () => {
    const die = dice()
    if (die < 0.35) return invented()
    return die < 0.7 ? one(words.rare) : one(words.used)
  }
  const phrase = () => `"${one(words.pairs)}"`
  const prefix = () => {
    const word = name()
    return /^[a-z]{5,}$/.test(word) ? `${word.slice(0, 5 + Math.floor(dice() * 2))}*` : word
  }
  const context = () => one(words.common)
  const group = (size: number) => `(${Array.from({ length: size }, context).join(' OR ')})`
  const simple = () => {
    const die = dice()
    return die < 0.6 ? name() : die < 0.85 ? phrase() : prefix()
  }
  const brand = () => {
    const groups = Array.from({ length: 1 + Math.floor(dice() * 2) }, () => group(2 + Math.floor(dice() * 4)))
    const not = Array.from({ length: 1 + Math.floor(dice() * 3) }, () => `-${context()}`)
    return [name(), ...groups, ...not, ...(dice() < 0.25 ? ['lang:en'] : [])].join(' ')
  }
  const campaign = () => {
    const names = [name(), name(), name(), phrase(), phrase()].join(' OR ')
    const about = [context(), context(), context(), context(), prefix(), `${context()} NEAR/5 ${context()}`].join(
      ' OR ',
    )
    const not = Array.from({ length: 8 }, () => `-${context()}`).join(' ')
    return `(${names}) (${about}) ${not}${dice() < 0.05 ? ' -from:user1' : ''}`
  }
  return Array.from({ length: count }, (_, i) => {
    const die = dice()
    return { id: `q${i}`, query: die < 0.6 ? simple() : die < 0.9 ? brand() : campaign() }
  })
}

/** Words that no post holds. */
export const queriesThatNeverMatch = (count: number): { id: string; query: string }[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `never${i}`,
    query: `zzqx${i.toString(36)}vv${i % 3 === 0 ? ' -the' : ''}`,
  }))

function wordsOf(posts: readonly Post[]) {
  const inPosts = new Map<string, number>()
  const pairs: string[] = []
  const common: string[] = []
  for (const [i, { text }] of posts.entries()) {
    const names = tokens(text).flatMap(({ names }) => names.slice(0, 1))
    for (const name of new Set(names)) inPosts.set(name, (inPosts.get(name) ?? 0) + 1)
    if (i % 3 > 0) continue
    const plain = names.filter((name) => /^[\p{L}\p{N}]{2,}$/u.test(name))
    const at = i % Math.max(1, plain.length - 1)
    const [first, second] = plain.slice(at)
    if (first && second && first.length + second.length > 10) pairs.push(`${first} ${second}`)
    common.push(...plain.slice(at, at + 1).filter((word) => word.length > 3))
  }
  const all = [...inPosts].filter(([name]) => /^[#@]?[\p{L}\p{N}_.]{3,}$/u.test(name))
  const rare = all.filter(([, count]) => count <= posts.length / 5_000).map(([name]) => name)
  const used = all
    .filter(([, count]) => count <= posts.length / 1_000)
    .flatMap(([name, count]) => Array<string>(Math.min(count, 50)).fill(name))
  const names = rare.filter((name) => /^[a-z]{4,9}$/.test(name))
  return { rare, used, names, pairs, common }
}
