/** How many messages a second are understood, on one thread, and how long the slowest of all takes. */

import { hostile } from '../src/understanding/fixtures/hostile.ts'
import { read } from '../src/understanding/reading/features.ts'
import { meant, understand } from '../src/understanding/understanding.ts'
import { corpusOf } from './listening/corpus.ts'
import { atMost, median, type Options, type Result, type Row, report, threadTook } from './result.ts'

export const about = 'messages understood a second, one thread; the slowest message, however long or hostile'

/** `--data FOLDER` with the texts of TweetEval; `--rounds`: of 2,000 messages each, the median counts. */
export async function run({ data, rounds = '15' }: Options): Promise<Result> {
  const corpus = await corpusOf(data, 20_000)
  const texts = corpus.posts.map(({ text }) => text)
  const withoutLanguage = (text: string) => meant(read(text))
  for (const text of texts.slice(0, 4_000)) {
    understand(text)
    withoutLanguage(text)
  }
  const rate = (work: (text: string) => unknown) =>
    median(
      Array.from({ length: Number(rounds) }, (_, round) => {
        const some = texts.slice((round * 2_000) % (texts.length - 2_000)).slice(0, 2_000)
        return (
          (some.length * 1_000) /
          threadTook(() => {
            for (const text of some) work(text)
          })
        )
      }),
    )
  // The median of each text: the machine's own pauses are longer than any of these.
  const times = hostile.map(([, text]) =>
    median(
      Array.from({ length: 20 }, () => {
        const began = performance.now()
        understand(text)
        return performance.now() - began
      }),
    ),
  )
  return {
    name: 'understanding',
    rows: [
      atLeast('all but language', rate(withoutLanguage), 'messages/s', 25_000),
      atLeast('with language', rate(understand), 'messages/s', 12_000),
      atMost('the slowest of hostile and very long messages, its median', Math.max(...times), 'ms', 5),
    ],
    notes: [
      corpus.about,
      `${hostile.length} hostile texts, twenty times each; the longest has a million characters.`,
      'A second is one of the thread alone, whoever else uses the machine.',
    ],
  }
}

function atLeast(what: string, value: number, unit: string, limit: number): Row {
  return { what, value: Math.round(value), unit, limit: `≥ ${limit}`, ok: value >= limit }
}

if (import.meta.main) await report(about, run)
