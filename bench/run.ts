/**
 * `npm run bench [names] [-- --option value]`: takes every figure that is claimed anywhere,
 * one after the other, each in a process of its own, which is given the options.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, statSync } from 'node:fs'
import { figure, type Row, table } from './result.ts'

const benches = [
  'start',
  'visible',
  'reading',
  'people',
  'insight',
  'rooms',
  'import',
  'listening',
  'understanding',
  'grouping',
]

const given = process.argv.slice(2)
const firstOption = given.findIndex((it) => it.startsWith('--'))
const names = firstOption < 0 ? given : given.slice(0, firstOption)
const options = given.slice(names.length)
const strange = names.find((name) => !benches.includes(name))
if (strange !== undefined) {
  console.error(`There is no bench called ${strange}. There are: ${benches.join(', ')}.`)
  process.exit(2)
}

const rows: Row[] = []
for (const name of names.length > 0 ? names : benches) {
  console.error(`\n${name} ...`)
  const began = Date.now()
  const bench = spawn(process.execPath, [new URL(`${name}.ts`, import.meta.url).pathname, ...options], {
    stdio: 'inherit',
  })
  const [code] = await once(bench, 'exit')
  if (code !== 0) process.exitCode = 1
  rows.push(...rowsOf(name, began))
}
console.log(`\n${table(rows)}`)

/** As the bench wrote them down; what stands there since before it began is of another run. */
function rowsOf(name: string, began: number): Row[] {
  const path = new URL(`results/${name}.json`, import.meta.url)
  const writtenAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (writtenAt < began) return [{ what: `${name}: no result`, value: Number.NaN, unit: '', ok: false }]
  const kept = JSON.parse(readFileSync(path, 'utf8')) as { rows?: Row[] | number } & Record<string, unknown>
  if (Array.isArray(kept.rows)) return kept.rows.map((row) => ({ ...row, what: `${name}: ${row.what}` }))
  return Object.entries(kept).flatMap(([what, value]) =>
    typeof value === 'number' ? [figure(`${name}: ${what}`, value, '')] : [],
  )
}
