/** Whether two names may be one human's: written otherwise, cut short, misspelt, or in other letters. Pure. */
import { isNickname } from './nicknames.ts'

export type Likeness = 'like' | 'unclear' | 'other'

/**
 * `words`: how many of them are alike (an initial is half of one). `unclear`: a pen name or another script may stand there, or
 * somebody who married. `other`: two full names that have a family in common at most.
 */
export function likenessOf(one: string | null, other: string | null): { is: Likeness; words: number } {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  if (few.length === 0) return { is: 'unclear', words: 0 }
  const left = [...many]
  let alike = 0
  const met: string[] = []
  for (const word of few) {
    const at = left.findIndex((it) => isLike(word, it) > 0)
    if (at === -1) continue
    alike += isLike(word, left[at] as string)
    met.push(word, left.splice(at, 1)[0] as string)
  }
  if (met.length === few.length * 2 && few.length / many.length >= 0.5) return { is: 'like', words: alike }
  const scripts = new Set([...few, ...many].map((word) => /^\p{Script=Latin}/u.test(word)))
  const onlyFamily = met.every((word) => word === a.at(-1) || word === b.at(-1))
  return { is: few.length > 1 && scripts.size === 1 && onlyFamily ? 'other' : 'unclear', words: alike }
}

/** Letters without their marks, in Latin where an alphabet has a usual spelling there. Brackets and what follows a bar is no name. */
function wordsOf(name: string | null): string[] {
  const bare = (name ?? '').replaceAll(/\(.*?\)|\[.*?\]|[|•·].*$/gu, ' ').toLowerCase()
  const plain = [...bare].map((letter) => latin.get(letter) ?? letter).join('')
  return (
    plain
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .replaceAll('ß', 'ss')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** 1: the same word, or cut short, or a nickname, or with a slip in it. 0.5: an initial of it. */
function isLike(one: string, other: string): number {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short === long || isNickname(short, long)) return 1
  if (short.length === 1) return long.startsWith(short) ? 0.5 : 0
  // Short forms keep the beginning, and often end in a vowel of their own: Alex, Gabi.
  if (short.length >= 3 && long.startsWith(short.length >= 4 ? short.replace(/[aeiouy]$/, '') : short)) return 1
  return short.length >= 4 && slips(short, long) <= (short.length >= 8 ? 2 : 1) ? 1 : 0
}

/** How many letters were left out, put in, taken for others or swapped with their neighbour (optimal string alignment); 3: more than two. */
function slips(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3
  const rows = Array.from({ length: one.length + 1 }, (_, row) => [row])
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY
  for (let column = 1; column <= other.length; column++) rows[0]?.push(column)
  for (let row = 1; row <= one.length; row++)
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      const least = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + same)
      rows[row]?.push(swapped ? Math.min(least, at(row - 2, column - 2) + 1) : least)
    }
  return Math.min(3, at(one.length, other.length))
}

// Russian by BGN/PCGN without its marks, Greek by ISO 843: what passports and people use, nearly.
const letters: [string, string][] = [
  ['абвгдеёжзийклмнопрстуфхцчшщъыьэюя', 'a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch  y  e yu ya'],
  ['αβγδεζηθικλμνξοπρσςτυφχψω', 'a v g d e z i th i k l m n x o p r s s t y f ch ps o'],
  ['άέήίόύώ', 'a e i i o y o'],
]
const latin = new Map(
  letters.flatMap(([alphabet, spelt]) => {
    const spellings = spelt.split(' ')
    return [...alphabet].map((letter, at) => [letter, spellings[at] ?? ''] as const)
  }),
)
