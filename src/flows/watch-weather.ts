/** Looks at what was just heard: whether a storm comes up, joins one that is on, or is over. */
import type { Tx } from '../db/db.ts'
import { onDuty } from '../domain/duty/duty.store.ts'
import { type NewHappening, record } from '../domain/happening/happening.store.ts'
import { aboutsOf, byName } from '../domain/storm/about.ts'
import { backfires } from '../domain/storm/backfire.ts'
import * as counts from '../domain/storm/count.store.ts'
import { five } from '../domain/storm/five.ts'
import * as storms from '../domain/storm/storm.store.ts'
import { isCalm, pastHours, rules, type Unusual, unusual, windowMinutes } from '../domain/storm/storm.ts'
import type { Id, NewId } from '../lib/ids.ts'

const [minute, hour] = [60_000, 3_600_000]
/** A message of ours that draws anger does so soon. */
const backfireHours = 2
/** So many of the newest are read to say who speaks, and to choose five. */
const mostRead = 400

/** Warns once of each storm; gives how many warnings there were. */
export async function watchWeather(tx: Tx, now: Date, newId: NewId): Promise<number> {
  storms.holdWeather(tx)
  const open = await storms.openStorms(tx)
  const onNow = open.flatMap(({ about }) => about)
  const [hot, ours] = await Promise.all([
    counts.hot(tx, now, onNow),
    storms.answersToUs(tx, new Date(now.getTime() - pastHours * hour)),
  ])
  const looked = [...new Set([...hot.map(({ about }) => about), ...onNow])]
  const pasts = looked.length === 0 ? new Map() : await counts.pasts(tx, looked, beginOf(now))
  const happened: NewHappening[] = []
  const told = (stormId: Id) => happened.push({ kind: 'storm', at: now, by: null, detail: { storm: stormId } })

  for (const it of open.filter((one) => isOver(one, hot, pasts, ours, now))) {
    if (!(await storms.end(tx, it.id, now))) continue
    storms.step(tx, it.id, { kind: 'over', at: now, by: null })
    told(it.id)
  }
  const still: Pick<storms.OpenStorm, 'id' | 'about'>[] = open.filter((it) => !isOver(it, hot, pasts, ours, now))

  let warned = 0
  for (const { id, is } of backfiring(ours, now, new Set(onNow))) {
    const about = `answer:${id}`
    const said = await storms.saidAbout(tx, about, new Date(now.getTime() - backfireHours * hour), mostRead)
    const found = { kind: 'backfire', about, said, messageId: id, messages: is.unhappy, ordinary: is.share } as const
    still.push(await warn(tx, found, now, newId))
    told((still.at(-1) as { id: Id }).id)
    warned++
  }
  for (const { about, is, said } of await unusualAmong(tx, hot, pasts, new Set(onNow), now)) {
    const within = still.find((it) => sharesMost(said, it.about))
    if (within) {
      storms.widen(tx, within.id, about)
      storms.step(tx, within.id, { kind: 'joined', text: about, at: now, by: null })
      within.about.push(about)
      told(within.id)
      continue
    }
    still.push(await warn(tx, { ...is, kind: is.is, about, said, messageId: null }, now, newId))
    told((still.at(-1) as { id: Id }).id)
    warned++
  }
  await record(tx, happened)
  return warned
}

const beginOf = (now: Date): Date => new Date(now.getTime() - windowMinutes * minute)

type Found = { about: string; is: Unusual; said: storms.Said[] }

/** What is unusual and not known yet, what names it best first, with what was said. */
async function unusualAmong(
  tx: Tx,
  hot: readonly counts.Hot[],
  pasts: Awaited<ReturnType<typeof counts.pasts>>,
  known: ReadonlySet<string>,
  now: Date,
): Promise<Found[]> {
  const found: Found[] = []
  for (const { about, now: half } of hot.toSorted((a, b) => byName(a.about, b.about))) {
    const past = pasts.get(about)
    if (known.has(about) || past === undefined || unusual({ ...half, people: null }, past) === null) continue
    const said = await storms.saidAbout(tx, about, beginOf(now), mostRead)
    const is = unusual({ ...half, people: new Set(said.map(({ personId }) => personId)).size }, past)
    if (is !== null) found.push({ about, is, said })
  }
  return found
}

/** Most of what was said is about what the storm is about already: it is the same storm under another name. */
function sharesMost(said: readonly storms.Said[], about: readonly string[]): boolean {
  const inIt = said.filter((it) =>
    [...aboutsOf(it), `question:${it.question}`, `answer:${it.answers}`].some((one) => about.includes(one)),
  )
  return inIt.length * 2 >= said.length
}

function* backfiring(ours: Awaited<ReturnType<typeof storms.answersToUs>>, now: Date, known: ReadonlySet<string>) {
  for (const it of ours) {
    if (now.getTime() - it.at.getTime() > backfireHours * hour || known.has(`answer:${it.id}`)) continue
    const others = ours.filter((other) => other !== it)
    const sum = (of: 'people' | 'unhappy') => others.reduce((total, other) => total + other[of], 0)
    const is = backfires(it, { people: sum('people'), unhappy: sum('unhappy') })
    if (is !== null) yield { id: it.id, is }
  }
}

type Warning = {
  kind: storms.OpenStorm['kind']
  about: string
  said: storms.Said[]
  messageId: Id | null
  messages: number
  ordinary: number
}

async function warn(tx: Tx, found: Warning, now: Date, newId: NewId): Promise<{ id: Id; about: string[] }> {
  const { said, about, ...it } = found
  const storm = { id: newId(), about: [about] }
  const people = new Set(said.map(({ personId }) => personId)).size
  const turn = await onDuty(tx, now)
  storms.begin(
    tx,
    { ...it, ...storm, people, begunAt: beginOf(now), warnedAt: now, onDuty: turn?.id ?? null },
    five(said),
  )
  storms.step(tx, storm.id, { kind: 'warned', at: now, by: null })
  return storm
}

function isOver(
  { about, warnedAt, kind }: storms.OpenStorm,
  hot: readonly counts.Hot[],
  pasts: Awaited<ReturnType<typeof counts.pasts>>,
  ours: Awaited<ReturnType<typeof storms.answersToUs>>,
  now: Date,
): boolean {
  if (now.getTime() - warnedAt.getTime() >= rules.lasts * hour) return true
  // It lasts an hour at least: a lull of some minutes is none.
  if (now.getTime() - warnedAt.getTime() < hour) return false
  if (kind === 'backfire' && backfiring(ours, now, new Set()).some(({ id }) => about.includes(`answer:${id}`)))
    return false
  return about.every((one) => {
    const it = hot.find((each) => each.about === one)
    const past = pasts.get(one)
    if (it === undefined || past === undefined) return true
    return isCalm(
      [
        { ...it.before, people: null },
        { ...it.now, people: null },
      ],
      past,
    )
  })
}
