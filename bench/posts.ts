/** Posts made up by the frequencies of words, so that a measurement needs nobody's data and is the same everywhere. */
import { once } from 'node:events'
import type { Writable } from 'node:stream'

/** Writes `count` posts as CSV: id, parent, author, at, text. A third answer one of the fifty before; 1 author in 5 is new. */
export async function writePosts(to: Writable, count: number): Promise<void> {
  const dice = seeded(7_400)
  to.write('id,parent,author,at,text\n')
  let lines = ''
  for (let id = 1; id <= count; id++) {
    const parent = id > 50 && dice() < 1 / 3 ? String(id - 1 - Math.floor(dice() * 50)) : ''
    const author = `person${dice() < 0.2 ? id : Math.floor(dice() * Math.max(1, id / 5))}`
    const at = new Date(1_700_000_000_000 + id * 1_000).toISOString()
    lines += `${id},${parent},${author},${at},"${post(dice)}"\n`
    if (lines.length < 100_000) continue
    if (!to.write(lines)) await once(to, 'drain')
    lines = ''
  }
  to.end(lines)
  await once(to, 'close')
}

/** Some 100 characters: words by Zipf's law over 30,000, and a handle, a hashtag or a link as often as people use them. */
function post(dice: () => number): string {
  const words: string[] = dice() < 0.6 ? [`@${syllables(zipf(dice, 500))}`] : []
  const length = 4 + Math.floor(dice() * 22)
  for (let at = 0; at < length; at++) words.push(syllables(zipf(dice, 30_000)))
  if (dice() < 0.15) words.push(`#${syllables(zipf(dice, 2_000))}`)
  if (dice() < 0.12) words.push(`https://t.example/${syllables(Math.floor(dice() * 1e6))}`)
  return words.join(' ') + (dice() < 0.3 ? '?' : '.')
}

/** A number below `count`; the number n comes about 1 / n as often as the first. */
const zipf = (dice: () => number, count: number): number => Math.floor(count ** dice()) - 1

const sounds = ['ka', 'lo', 'mi', 'ter', 'su', 'ran', 'de', 'vo', 'pin', 'gal', 'he', 'bru', 'ti', 'son', 'wa', 'fen']

function syllables(number: number): string {
  let word = sounds[number % 16] as string
  for (let rest = Math.floor(number / 16); rest > 0; rest = Math.floor(rest / 16)) word += sounds[rest % 16]
  return word
}

/** mulberry32: the same numbers for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
