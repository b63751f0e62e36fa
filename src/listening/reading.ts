import { unaccented } from './letters.ts'
import type { Post } from './post.ts'
import type { Compare, Word } from './query.ts'
import { type Token, tokens } from './tokens.ts'

/** A message as the language reads it: its words, found once and shared by all the queries that are asked of it. */
export type Reading = {
  post: Post
  words: readonly PlacedWord[]
  /** Where a word to look for stands: its numbers in `words`, ascending. */
  find(word: Word): readonly number[]
  /** Whether the word numbered `at` is the one to look for. */
  is(at: number, word: Word): boolean
}

/** `position` counts words; from one part to the next it jumps further than any distance that can be asked for. */
export type PlacedWord = Token & { part: Part; position: number }

/** `beside`: a hashtag or a handle that the channel carries apart from the text. It can be found but not shown. */
export type Part = { in: 'title' } | { in: 'text' } | { in: 'alt'; image: number } | { in: 'beside' }

/** Reads a message: title, text, what its pictures show, then the hashtags and handles that the channel carries beside. */
export function read(post: Post): Reading {
  const words = parts(post).flatMap(({ part, text }, number) =>
    tokens(text).map((token, index) => ({ ...token, part, position: number * apart + index })),
  )
  const forms = {
    folded: once(() => namesIndex(words.map(({ names }) => names))),
    cased: once(() => namesIndex(words.map(({ cased }) => cased))),
    unaccented: once(() => namesIndex(words.map(({ names }) => names.map(unaccented)))),
  } satisfies Record<Compare, unknown>

  return {
    post,
    words,
    find: ({ text, compare, prefix }) => (prefix ? forms[compare]().findPrefix(text) : forms[compare]().find(text)),
    is: (at, { text, compare, prefix }) =>
      forms[compare]().names[at]?.some((name) => (prefix ? name.startsWith(text) : name === text)) ?? false,
  }
}

/** Ten million words: more than any part has and, times the parts of a message, far below the largest whole number. */
const apart = 10_000_000

function parts(post: Post): { part: Part; text: string }[] {
  return [
    { part: { in: 'title' }, text: post.title ?? '' },
    { part: { in: 'text' }, text: post.text },
    ...(post.images ?? []).map(({ alt }, image) => ({ part: { in: 'alt', image } as const, text: alt })),
    ...(post.tags ?? []).map((tag) => ({ part: { in: 'beside' } as const, text: marked('#', tag) })),
    ...(post.mentions ?? []).map((handle) => ({ part: { in: 'beside' } as const, text: marked('@', handle) })),
  ]
}

/** Channels give them with their mark or without, and a feed's "Big Cake" is #bigcake. */
export const marked = (mark: string, name: string) =>
  mark + (/[#@\s]/.test(name) ? name.replace(mark, '').replaceAll(/\s/g, '') : name)

type NamesIndex = {
  names: readonly (readonly string[])[]
  find(name: string): readonly number[]
  findPrefix(start: string): readonly number[]
}

function namesIndex(names: readonly (readonly string[])[]): NamesIndex {
  const places = new Map<string, number[]>()
  for (const [at, ofOne] of names.entries()) {
    for (const name of ofOne) {
      const known = places.get(name)
      if (known) known.push(at)
      else places.set(name, [at])
    }
  }
  const sorted = once(() => [...places.keys()].sort())
  return {
    names,
    find: (name) => places.get(name) ?? [],
    findPrefix: (start) => {
      const found = new Set<number>()
      const all = sorted()
      for (let i = firstNotBefore(all, start); all[i]?.startsWith(start); i++) {
        for (const at of places.get(all[i] ?? '') ?? []) found.add(at)
      }
      return [...found].sort((a, b) => a - b)
    },
  }
}

/** The first place in a sorted list whose word is `start` or comes after it. */
function firstNotBefore(sorted: readonly string[], start: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < start) low = middle + 1
    else high = middle
  }
  return low
}

/** Worked out when first asked for: most queries never ask for case or accents. */
function once<T>(work: () => T): () => T {
  let done: { value: T } | null = null
  return () => {
    done ??= { value: work() }
    return done.value
  }
}
