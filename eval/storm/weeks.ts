/** Real days and real storms, with the hour at which each message was sent. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { toneOf } from '../../src/domain/message/understood.ts'
import { understand } from '../../src/understanding/understanding.ts'

/** `at` in milliseconds. */
export type Told = { at: number; by: string; unhappy: boolean }
/** `days`: those that were collected from midnight to midnight and had no storm. `storm`: one that had. */
export type Brand = { name: string; told: Told[]; days: Told[][]; storm: Told[] | null }
export type Storm = { name: string; told: Told[]; onset: number }

const dayMs = 86_400_000
/** The hour by which the airlines' day goes: where their tweets say that they were sent. */
const pacific = -8 * 3_600_000

/** On that day a remark of the airline's own account went round, half the messages of the hour passing it on: no ordinary day. */
const stormOf: Record<string, number> = { Delta: Date.UTC(2015, 1, 23) / dayMs }
/** Fewer in a day: strays from before the collection began. */
const strays = 20

/** What was said to six airlines in a week of February 2015. */
export function brands(data: string): Brand[] {
  const rows = read(join(data, 'social/airline/Tweets.public70.csv'))
  const byName = Map.groupBy(rows, ({ airline = '' }) => airline)
  return [...byName].map(([name, of]) => {
    const told = inOrder(
      of.map((it) => ({ ...saidBy(it.name ?? '', it.text ?? ''), at: Date.parse(it.tweet_created ?? '') })),
    )
    const days = [...Map.groupBy(told, ({ at }) => Math.floor((at + pacific) / dayMs))]
      .filter(([, day]) => day.length > strays)
      .slice(0, -1)
    const storm = days.find(([day]) => day === stormOf[name])?.[1] ?? null
    const ordinary = days.flatMap(([, day]) => (day === storm ? [] : [day]))
    return { name, told: days.flatMap(([, day]) => day), days: ordinary, storm }
  })
}

/** Midnight in the airlines' zone before the first of these. */
export const dayBegins = (told: readonly Told[]): number =>
  Math.floor(((told[0] as Told).at + pacific) / dayMs) * dayMs - pacific

/** Ten events of CrisisLexT26: about 1,000 tweets of each, drawn from many more. The collection has no authors: each tweet has its own. */
export function storms(data: string): Storm[] {
  const folder = join(data, 'crisis/crisislext26')
  return readdirSync(folder)
    .filter((file) => file.endsWith('.csv'))
    .sort()
    .map((file) => {
      const told = inOrder(
        read(join(folder, file)).map((it) => {
          const id = (it['Tweet ID'] ?? '').replace(/\D/g, '')
          return { ...saidBy(id, it['Tweet Text'] ?? ''), at: sentAt(id) }
        }),
      )
      return { name: file.replace(/-tweets.*/, '').replaceAll('_', ' '), told, onset: onsetOf(told) }
    })
}

/** The first of the first ten that were sent within a quarter of an hour. */
function onsetOf(told: readonly Told[]): number {
  const first = told.findIndex(({ at }, number) => (told[number + 9]?.at ?? Number.POSITIVE_INFINITY) - at <= 900_000)
  return told[first]?.at ?? Number.NaN
}

/** A tweet's id holds the millisecond at which it was sent, after an epoch in 2010 (Twitter's Snowflake). */
const sentAt = (id: string): number => Number((BigInt(id) >> 22n) + 1_288_834_974_657n)

function saidBy(by: string, text: string): Omit<Told, 'at'> {
  const { mood, intents } = understand(text)
  const tone = toneOf({ mood, labels: intents.abuse >= 0.5 ? ['abuse'] : intents.loss >= 0.5 ? ['loss'] : [] })
  return { by, unhappy: tone === 'annoyed' || tone === 'angry' }
}

const inOrder = (told: Told[]): Told[] => told.sort((a, b) => a.at - b.at)
const read = (file: string) =>
  parse(readFileSync(file), {
    columns: (names: string[]) => names.map((it) => it.trim()),
    relax_quotes: true,
    bom: true,
    ltrim: true,
  }) as Record<string, string>[]
