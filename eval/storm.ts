/**
 * `npm run eval:storm -- --data FOLDER [--weeks 12]`: how soon ten real storms are found, and how often ordinary weeks raise a false
 * alarm. A storm found later than 15 minutes after its onset, or more than one false alarm a week, makes the exit code 1.
 */
import { parseArgs } from 'node:util'
import { atMost, figure, type Row, table } from '../bench/result.ts'
import { dice } from '../training/same-dice.ts'
import { replay } from './storm/replay.ts'
import { type Brand, brands, dayBegins, type Storm, storms, type Told } from './storm/weeks.ts'

const [minute, hour, day, week] = [60_000, 3_600_000, 86_400_000, 604_800_000]
/** A warning so long before the onset belongs to the storm's first signs; an earlier one would be a false alarm. */
const early = hour

const { values } = parseArgs({ options: { data: { type: 'string' }, weeks: { type: 'string', default: '12' } } })
if (values.data === undefined) {
  console.error('Where are the data? npm run eval:storm -- --data FOLDER')
  process.exit(2)
}
const weeks = Number(values.weeks)
const airlines = brands(values.data)
const found = storms(values.data).map(({ name, ...storm }) => ({ name, storm }))
const rows: Row[] = [
  ...airlines.map(falseAlarms),
  ...airlines.flatMap(stormOfItsOwn),
  ...found.map(({ name, storm }) => atMost(`${name}: found after its onset`, foundIn(storm, null), 'minutes', 15)),
  ...airlines
    .filter(({ name }) => name === 'Virgin America' || name === 'United')
    .flatMap((over) =>
      found.map(({ name, storm }) => figure(`${name}, heard along with ${over.name}`, foundIn(storm, over), 'minutes')),
    ),
]
console.log(table(rows))
if (rows.some(({ ok }) => ok === false)) process.exitCode = 1

function falseAlarms(brand: Brand): Row {
  const told = ordinaryWeeks(brand, weeks, dice(1))
  const warned = replay(told, beginOf(told))
  return atMost(`${brand.name}: false alarms, ${warned.length} in ${weeks} weeks`, warned.length / weeks, 'a week', 1)
}

/** A storm among the airline's own days: laid behind ordinary weeks of the same airline. */
function stormOfItsOwn(brand: Brand): Row[] {
  if (brand.storm === null) return []
  const told = ordinaryWeeks(brand, 4, dice(1))
  const begins = dayBegins(told) + 28 * day
  const storm = brand.storm.map((it) => ({ ...it, at: it.at - dayBegins(brand.storm as Told[]) + begins }))
  const warned = replay([...told, ...storm], beginOf(told)).filter(({ at }) => at >= begins)
  return [figure(`${brand.name}: its own storm, warnings (1: found)`, warned.length, '')]
}

/** Minutes from the onset to the warning. */
function foundIn(storm: Omit<Storm, 'name'>, over: Brand | null): number {
  const fall = dice(7)
  const begun = Math.floor((storm.onset - 4 * week) / hour) * hour
  const ground = over === null ? quietWeeks(storm, begun, fall) : movedTo(begun, ordinaryWeeks(over, 5, fall))
  const told = [...ground, ...storm.told].filter(({ at }) => at < storm.onset + day).sort((a, b) => a.at - b.at)
  const hit = replay(told, begun).find(({ at }) => at >= storm.onset - early)
  return hit === undefined ? Number.POSITIVE_INFINITY : (hit.at - storm.onset) / minute
}

/** Weeks of a listener that hears by chance as much as this one did before: two messages a day where that was less than half a day. */
function quietWeeks({ told, onset }: Omit<Storm, 'name'>, begun: number, fall: () => number): Told[] {
  const first = (told[0] as Told).at
  const days = (onset - early - first) / day
  const before = told.filter(({ at }) => at < onset - early).length
  const aDay = days < 0.5 ? 2 : Math.max(2, before / days)
  const many = Math.round(aDay * ((first - begun) / day))
  return Array.from({ length: many }, (_, number) => ({
    at: begun + fall() * (first - begun),
    by: `quiet ${number}`,
    unhappy: fall() < 0.3,
  }))
}

/** The real days as they came, then the same days in an order that the dice choose: their bursts stay, their weekdays mix. */
function ordinaryWeeks({ days }: Brand, weeks: number, fall: () => number): Told[] {
  const first = dayBegins(days[0] as Told[])
  return Array.from({ length: weeks * 7 }, (_, number) => {
    const real = days[number] ?? (days[Math.floor(fall() * days.length)] as Told[])
    return real.map((it) => ({ ...it, at: it.at - dayBegins(real) + first + number * day }))
  }).flat()
}

function movedTo(begin: number, told: Told[]): Told[] {
  const by = begin - beginOf(told)
  return told.map((it) => ({ ...it, at: it.at + by }))
}

function beginOf(told: readonly Told[]): number {
  return Math.floor((told[0] as Told).at / hour) * hour
}
