/** What a measurement says: rows with their limits, printed as a table and kept as JSON beside the machine they come from. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'

export type Row = { what: string; value: number; unit: string; limit?: string; ok?: boolean }
export type Result = { name: string; rows: Row[]; notes?: string[] }

/** Options as they came on the command line: `--seconds 10` is `{ seconds: '10' }`. */
export type Options = Readonly<Record<string, string>>

/** A figure that may not be larger. */
export const atMost = (what: string, value: number, unit: string, limit: number): Row => ({
  ...figure(what, value, unit),
  limit: `≤ ${limit}`,
  ok: value <= limit,
})

export const atLeast = (what: string, value: number, unit: string, limit: number): Row => ({
  ...figure(what, value, unit),
  limit: `≥ ${limit}`,
  ok: value >= limit,
})

/** A figure that stands for itself. */
export const figure = (what: string, value: number, unit: string): Row => ({ what, value: rounded(value), unit })

/**
 * Measures, prints the table and writes `results/<name>.json`. A figure beyond its limit makes the exit code 1; so does one
 * that is no number: nothing was measured then, and what was written before stays.
 */
export async function report(about: string, run: (options: Options) => Promise<Result>): Promise<void> {
  const result = await run(optionsOf(process.argv.slice(2)))
  console.log(`\n${result.name}: ${about}\n${table(result.rows)}`)
  for (const note of result.notes ?? []) console.log(`  ${note}`)
  const empty = result.rows.find((row) => !Number.isFinite(row.value))
  if (empty !== undefined) {
    console.error(`  Nothing was measured for "${empty.what}", so nothing is written. Are the options right?`)
    process.exitCode = 1
    return
  }
  const folder = new URL('./results/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  const kept = { ...result, about, date: new Date().toISOString(), machine }
  writeFileSync(new URL(`${result.name}.json`, folder), `${JSON.stringify(kept, null, 2)}\n`)
  if (result.rows.some((row) => row.ok === false)) process.exitCode = 1
}

export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [row.what, String(row.value), row.unit, row.limit ?? '', verdict(row)])
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((cell) => cell[column]?.length ?? 0)))
  const line = (cell: string[]) =>
    cell
      .map((text, column) => (column === 1 ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0)))
      .join('  ')
  return cells.map((cell) => `  ${line(cell)}`.trimEnd()).join('\n')
}

const verdict = ({ ok, limit = '' }: Row) =>
  ok === undefined ? '' : ok ? 'ok' : limit.startsWith('≥') ? 'SHORT' : 'OVER'

/** Three digits that count. */
const rounded = (value: number) => (value >= 100 ? Math.round(value) : Number(value.toPrecision(3)))

const machine = {
  cores: cpus().length,
  processor: cpus()[0]?.model ?? 'unknown',
  memoryGB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  postgres: '18 (embedded)',
}

function optionsOf(args: readonly string[]): Options {
  const options: Record<string, string> = {}
  for (let at = 0; at + 1 < args.length; at += 2) options[(args[at] ?? '').replace(/^--/, '')] = args[at + 1] ?? ''
  return options
}

/** The value below which a share of all values lies: `quantile(times, 0.95)` is the p95. NaN where there are none. */
export function quantile(values: readonly number[], share: number): number {
  const inOrder = [...values].sort((a, b) => a - b)
  return inOrder[Math.min(inOrder.length - 1, Math.floor(inOrder.length * share))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** Milliseconds of this thread's own time, whoever else uses the machine. */
export function threadTook(work: () => unknown): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1_000
}
