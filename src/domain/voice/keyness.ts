/**
 * Which words changed: those that more, or fewer, messages have now than before. Dunning's log-likelihood (G2) over messages, as
 * Rayson and Garside (2000) compare two corpora, of all four cells of the table.
 */

/** In how many of `of` messages each word stands; a message that says it twice counts once. */
export type Words = { of: number; in: ReadonlyMap<string, number> }
export type Change = { word: string; now: number; before: number }

/** Rarer ones are left out: G2 can't be trusted below about five (Rayson, Berridge and Francis 2004). */
const least = 5
/** p < 0.0001 (http://ucrel.lancs.ac.uk/llwizard.html): thousands of words are looked at, and by chance a few would pass a lower one. */
const sure = 15.13

export function wordsIn(texts: readonly string[]): Words {
  const counts = new Map<string, number>()
  for (const text of texts) for (const word of new Set(split(text))) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { of: texts.length, in: counts }
}

/** Words of three letters or more, as they are written in lower case; no links, names and numbers. */
const split = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll(/https?:\/\/\S+|[@#]\S+/g, ' ')
    .match(/\p{L}[\p{L}\p{M}'’-]+\p{L}/gu) ?? []

/** The surest first; at most `most` of each. */
export function changed(before: Words, now: Words, most = 10): { more: Change[]; less: Change[] } {
  const all: (Change & { g2: number; up: boolean })[] = []
  for (const word of new Set([...before.in.keys(), ...now.in.keys()])) {
    const [then, today] = [before.in.get(word) ?? 0, now.in.get(word) ?? 0]
    if (then + today < least) continue
    const g2 = logLikelihood([today, then], [now.of, before.of])
    if (g2 >= sure) all.push({ word, now: today, before: then, g2, up: today / now.of > then / before.of })
  }
  all.sort((a, b) => b.g2 - a.g2 || (a.word < b.word ? -1 : 1))
  const side = (which: boolean) =>
    all
      .filter(({ up }) => up === which)
      .slice(0, most)
      .map(({ word, now, before }) => ({ word, now, before }))
  return { more: side(true), less: side(false) }
}

/** 2 x the sum of observed x ln(observed / expected). 0 where one side has no messages: nothing can be compared. */
export function logLikelihood(having: readonly [number, number], of: readonly [number, number]): number {
  const total = of[0] + of[1]
  if (of[0] === 0 || of[1] === 0) return 0
  const part = (observed: number, expected: number) => (observed === 0 ? 0 : observed * Math.log(observed / expected))
  const share = (having[0] + having[1]) / total
  return (
    2 *
    [0, 1].reduce((sum, side) => {
      const [have, all] = [having[side as 0 | 1], of[side as 0 | 1]]
      return sum + part(have, all * share) + part(all - have, all * (1 - share))
    }, 0)
  )
}
