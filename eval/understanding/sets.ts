/** The sets that understanding is judged on, as rows with what is right. SOURCES.md says where each comes from. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { heldOut, linguaRows } from '../../training/language.ts'
import { languagesOfTweets, type Row, rowsOf, tweets } from '../../training/rows.ts'

/** `right`: 0 or 1 for yes or no; -1, 0, 1 for the mood; a language. */
export type Judged<Right> = { text: string; right: Right }

export const questions = (data: string): Judged<0 | 1>[] =>
  readdirSync(join(data, 'questions/nps_chat'))
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .flatMap((name) => [
      ...readFileSync(join(data, 'questions/nps_chat', name), 'utf8').matchAll(/<Post class="(\w+)"[^>]*>([^<]*)</g),
    ])
    .map(([, kind = '', text = '']) => ({ text: plain(text), right: kind.endsWith('Question') ? 1 : 0 }))

export const complaints = (data: string): Judged<0 | 1>[] =>
  rowsIn(join(data, 'social/complaints/complaints-data.public70.csv'), false).map(([, text = '', label]) => ({
    text,
    right: label === '1' ? 1 : 0,
  }))

const moods: Record<string, -1 | 0 | 1> = { negative: -1, neutral: 0, positive: 1 }

export const airline = (data: string): Judged<-1 | 0 | 1>[] =>
  namedRows(join(data, 'social/airline/Tweets.public70.csv')).map(({ text = '', airline_sentiment = '' }) => ({
    text,
    right: moods[airline_sentiment] ?? 0,
  }))

/** By topic: a brand each. */
export const brands = (data: string): Map<string, Judged<0 | 1>[]> => {
  const rows = namedRows(join(data, 'social/sanders-brands/full-corpus.public70.csv'))
  const all = new Map<string, Judged<0 | 1>[]>()
  for (const { Topic = '', Sentiment, TweetText = '' } of rows) {
    if (Sentiment === undefined) continue
    all.set(Topic, [...(all.get(Topic) ?? []), { text: TweetText, right: Sentiment === 'irrelevant' ? 0 : 1 }])
  }
  return all
}

/** The rows of validation: the models are trained on those of training. */
export const moodsOf = (data: string, language: string): Judged<-1 | 0 | 1>[] =>
  tweets(data, language, 'val').map(({ text, mood }) => ({ text, right: mood as -1 | 0 | 1 }))

export const spoken = (data: string, kind: 'sentences' | 'word-pairs'): Judged<string>[] =>
  linguaRows(data, kind)
    .filter(heldOut)
    .map(({ text, language }) => ({ text, right: language }))

export const spokenTweets = (data: string): Judged<string>[] =>
  Object.entries(languagesOfTweets).flatMap(([name, language]) =>
    tweets(data, name, 'val').map(({ text }) => ({ text, right: language })),
  )

/** What the shipped models were trained on, so that none of it is judged: letters alone are compared. */
export function trainedOn(data: string): (text: string) => boolean {
  const rows: readonly Row[] = rowsOf(data)
  const languages = (['sentences', 'word-pairs'] as const).flatMap((kind) => linguaRows(data, kind))
  const known = new Set([...rows, ...languages.filter((row) => !heldOut(row))].map(({ text }) => bare(text)))
  return (text) => known.has(bare(text))
}

const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const settings = { relax_quotes: true, relax_column_count: true, skip_empty_lines: true }
const rowsIn = (path: string, columns: false): string[][] => parse(readFileSync(path), { ...settings, columns })
const namedRows = (path: string): Record<string, string>[] => parse(readFileSync(path), { ...settings, columns: true })

const marks: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
const plain = (text: string) => text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => marks[name] ?? '')
