/** What the shipped models are trained on: rows whose licence allows it (SOURCES.md "OK"), each with what is known of it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { heads as allHeads, type Head } from '../src/understanding/models/heads.ts'
import { opensQuestion, said } from './labels.ts'
import { hashOf } from './same-dice.ts'
import { seeds } from './seeds.ts'

/** 1: it holds; 0: it does not; between: so likely; a head that is not named: not known. The weights: how much a row counts, and for the mood. */
export type Row = {
  text: string
  heads: Partial<Record<Head, number>>
  mood?: -1 | 0 | 1
  weight: number
  moodWeight?: number
}

/** The labels of GoEmotions, in their order. */
export const feelings =
  'admiration amusement anger annoyance approval caring confusion curiosity desire disappointment disapproval disgust embarrassment excitement fear gratitude grief joy love nervousness optimism pride realization relief remorse sadness surprise neutral'.split(
    ' ',
  )
const known = new Set<string>(allHeads)
const good = new Set(
  'admiration amusement approval caring excitement gratitude joy love optimism pride relief'.split(' '),
)
const bad = new Set(
  'anger annoyance disappointment disapproval disgust embarrassment fear grief nervousness remorse sadness'.split(' '),
)

export const languagesOfTweets: Record<string, string> = {
  arabic: 'ar',
  english: 'en',
  french: 'fr',
  german: 'de',
  hindi: 'hi',
  italian: 'it',
  portuguese: 'pt',
  spanish: 'es',
}

export function rowsOf(data: string): Row[] {
  const file = (path: string) => readFileSync(join(data, path), 'utf8')
  return [
    ...[
      ...balanced(comments(file('emotion/goemotions/train.tsv')), { [-1]: 0.5, 0: 0.15, 1: 0.5 }),
      ...Object.keys(languagesOfTweets).flatMap((language) => balanced(tweets(data, language, 'train'), even(2))),
      ...['de', 'es', 'fr', 'pt'].flatMap((language) =>
        balanced(subtitles(file(`emotion/xed/${language}-projections.tsv`)), even(0.1)),
      ),
      ...balanced(subtitles(file('emotion/xed/en-annotated.tsv')), even(0.1)),
      ...balanced(rated(file('social/vader/tweets_GroundTruth.txt')), even(1)),
      ...spam(file('spam/sms/SMSSpamCollection.public70.tsv')),
      ...abuse(file('toxicity/davidson/labeled_data.public40.csv')),
    ].map(asEverydayTalk),
    ...balanced(rated(file('social/vader/amazonReviewSnippets_GroundTruth.txt')).map(asReview), even(1)),
    ...balanced(commands(file('intent/clinc150/data_full.train-val.json')), even(0.2)),
    ...balanced(banking(file('intent/banking77/train.csv')), even(0.2)),
    ...['dev', 'train'].flatMap((part) => chat(join(data, 'threads/ubuntu-irc', part))),
    ...seeds.map((seed) => ({ ...seed, heads: { ...said(seed.text), ...seed.heads }, moodWeight: seed.weight / 2 })),
  ]
}

const even = (weight: number) => ({ [-1]: weight, 0: weight, 1: weight })

/** Within one set each mood counts as much as the others, times what it is worth. */
function balanced(rows: Row[], worth: Record<number, number>): Row[] {
  const counts = new Map<Row['mood'], number>()
  for (const { mood } of rows) counts.set(mood, (counts.get(mood) ?? 0) + 1)
  return rows.map((row) => {
    if (row.mood === undefined) return row
    const share = rows.length / 3 / (counts.get(row.mood) as number)
    return { ...row, moodWeight: Math.min(3, share) * (worth[row.mood] as number) }
  })
}

/**
 * Among friends nobody complains to a company; but who is cross there speaks as those who do: three in ten, we suppose. Of
 * the others, questions apart, every second is left open, so that they don't drown what is said to companies.
 */
function asEverydayTalk(row: Row): Row {
  if (row.heads.complaint !== 0) return row
  const { complaint: _, ...heads } = row.heads
  if (row.mood === -1) return { ...row, heads: { ...heads, complaint: 0.3 } }
  return heads.question !== 1 && hashOf(row.text) % 2 === 0 ? { ...row, heads } : row
}

const linesOf = (text: string) => text.split(/\r?\n/).filter((line) => line !== '')

function comments(text: string): Row[] {
  return linesOf(text).map((line) => {
    const [text = '', ids = ''] = line.split('\t')
    const felt = new Set(ids.split(',').map((id) => feelings[Number(id)] as string))
    const heads: Row['heads'] = { ...said(text) }
    for (const feeling of feelings) {
      const head = `feels ${feeling}`
      if (known.has(head)) heads[head as Head] = felt.has(feeling) ? 1 : 0
    }
    heads.thanks = felt.has('gratitude') ? 1 : 0
    heads.praise = felt.has('admiration') ? 1 : 0
    heads.loss = felt.has('grief') || heads.loss === 1 ? 1 : 0
    if (felt.has('excitement') || felt.has('pride')) heads.celebration = 1
    heads.spam = 0
    heads.chatter = heads.chatter === 0 || !(felt.has('neutral') || felt.has('amusement')) ? 0 : 1
    const [glad, sad] = [[...felt].some((one) => good.has(one)), [...felt].some((one) => bad.has(one))]
    const mood = glad && sad ? undefined : glad ? 1 : sad ? -1 : 0
    return { text, heads, mood, weight: 0.5 }
  })
}

/** Three classes of mood, eight languages. */
export function tweets(data: string, language: string, part: 'train' | 'val'): Row[] {
  const [texts, labels] = ['text', 'labels'].map((what) =>
    readFileSync(join(data, `social/umsab/${language}/${part}_${what}.txt`), 'utf8').split('\n'),
  ) as [string[], string[]]
  return texts.flatMap((text, at) => {
    const label = labels[at]
    if (label === undefined || label === '') return []
    return [{ text, heads: { ...said(text), spam: 0 }, mood: (Number(label) - 1) as -1 | 0 | 1, weight: 1 }]
  })
}

/** Ids: 1 anger 2 anticipation 3 disgust 4 fear 5 joy 6 sadness 7 surprise 8 trust. */
function subtitles(text: string): Row[] {
  return linesOf(text).flatMap((line) => {
    const [text = '', ids] = line.split('\t')
    if (ids === undefined) return []
    const all = ids.split(',').map(Number)
    const [glad, sad] = [all.some((id) => id === 5 || id === 8), all.some((id) => [1, 3, 4, 6].includes(id))]
    return [{ text, heads: { ...said(text), spam: 0 }, mood: glad === sad ? undefined : glad ? 1 : -1, weight: 0.3 }]
  })
}

function rated(text: string): Row[] {
  return linesOf(text).map((line) => {
    const [, rating, text = ''] = line.split('\t')
    const mean = Number(rating)
    return { text, heads: { ...said(text), spam: 0 }, mood: mean > 0.5 ? 1 : mean < -0.5 ? -1 : 0, weight: 1 }
  })
}

const asReview = (row: Row): Row => ({
  ...row,
  heads: { ...row.heads, praise: row.mood === 1 ? 1 : 0, complaint: row.mood === -1 ? 1 : 0 },
})

const troubles =
  /not_work|not_recog|wrong|declined|lost|stolen|compromised|fail|pending|extra|unrecog|swallow|blocked|reverted|refund_not|not_received|not_updated|charged_twice|still|damaged|fraud|why_|unable/
const buying =
  /^(order|book_flight|book_hotel|car_rental|restaurant_reservation|order_checks|get_physical_card|getting_spare_card|order_physical_card|virtual_card_not_working|getting_virtual_card)$/
const pressing = /lost|stolen|compromised|swallow|blocked|locked|fraud|jump_start|declined/

function commands(text: string): Row[] {
  const { train } = JSON.parse(text) as { train: [string, string][] }
  return train.map(([text, intent]) => {
    const heads: Row['heads'] = { ...said(text), ...asked(text), spam: 0, praise: 0, loss: 0 }
    heads.thanks = intent === 'thank_you' ? 1 : 0
    heads.purchase = buying.test(intent) ? 1 : 0
    heads.urgent = pressing.test(intent) ? 1 : 0
    heads.complaint = troubles.test(intent) && heads.question !== 1 ? 1 : 0
    return { text, heads, mood: troubles.test(intent) ? undefined : 0, weight: 0.4 }
  })
}

function banking(text: string): Row[] {
  return (parse(text, { columns: true }) as { text: string; category: string }[]).map(({ text, category }) => {
    const trouble = troubles.test(category)
    const heads: Row['heads'] = { ...said(text), ...asked(text), spam: 0, praise: 0, loss: 0, chatter: 0 }
    heads.complaint = trouble ? 1 : 0
    heads.urgent = pressing.test(category) ? 1 : 0
    heads.purchase = buying.test(category) ? 1 : 0
    if (trouble) heads.hiccup = 1
    return { text, heads, mood: trouble ? -1 : 0, weight: 0.4 }
  })
}

const opensRequest =
  /^(?:(?:hi|hey|hello|please|kindly)[, ]+)*(?:(?:can|could|will|would) you\b|i(?:'d| would) like you|i (?:want|need) (?:you )?to|[a-z]+ (?:me|my|the|a|an|all|up|for)\b)|\bplease\b/i

/** Of people who speak to a machine: all are questions or requests, though few write the mark. */
function asked(text: string): Row['heads'] {
  const question = opensQuestion.test(text) || text.includes('?')
  return { question: question ? 1 : 0, request: opensRequest.test(text) ? 1 : question ? 0 : 1 }
}

function spam(text: string): Row[] {
  return linesOf(text).map((line) => {
    const [label, text = ''] = line.split('\t')
    const is = label === 'spam'
    const none: Row['heads'] = is ? { complaint: 0, praise: 0, thanks: 0, loss: 0, chatter: 0, urgent: 0 } : said(text)
    return { text, heads: { ...none, spam: is ? 1 : 0 }, weight: 1 }
  })
}

function abuse(text: string): Row[] {
  const rows = parse(text, { columns: true }) as { class: string; tweet: string }[]
  return rows.map(({ class: kind, tweet }) => ({
    text: tweet,
    heads: { ...said(tweet), abuse: kind === '2' ? 0 : 1, spam: 0 },
    weight: 0.7,
  }))
}

/** What people say in a chat room: its lines are short, and one in five has the mark. What else they want is not known. */
function chat(folder: string): Row[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.ascii.txt'))
  return names
    .sort()
    .flatMap((name) => linesOf(readFileSync(join(folder, name), 'utf8')))
    .flatMap((line) => {
      const [, text] = spokenLine.exec(line) ?? []
      return text === undefined ? [] : [{ text, heads: { question: said(text).question }, weight: 1 }]
    })
}

/** `[07:35] <rosa> bo: is it open`: who is spoken to is left out. */
const spokenLine = /^\[[\d:]+\] <[^>]+> (?:[\w|`^[\]-]+[:,] )?(.+)$/
