/**
 * `npm run train -- --data FOLDER`: makes the shipped models anew, always the same bytes from the same rows. Minutes.
 * `--out FOLDER` writes them there instead, to compare; `--only language|heads|mood` makes one.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Linear } from '../src/understanding/models/linear.ts'
import { modelBytes } from '../src/understanding/models/model-file.ts'
import { type Calibrated, calibrated } from './calibrate.ts'
import { asTrained, fitHeads, fitMood, tableOf, withoutRare } from './heads.ts'
import { fitLanguage } from './language.ts'
import { rowsOf } from './rows.ts'

const { values } = parseArgs({
  options: { data: { type: 'string' }, only: { type: 'string' }, out: { type: 'string' } },
})
if (values.data === undefined) {
  console.error('Where are the data? npm run train -- --data FOLDER')
  process.exit(2)
}
const { data, only } = values

if (only === undefined || only === 'language') write('language', modelBytes(fitLanguage(data)))
if (only !== 'language') {
  const rows = rowsOf(data)
  console.log(`${rows.length} rows`)
  if (only !== 'mood') {
    const kept = rows.filter((row) => !calibrated.keeps(row))
    const heads = fitHeads(kept, withoutRare(tableOf(kept.map(asTrained)), 3))
    writeLinear('heads', heads, calibrated.heads(heads, rows.filter(calibrated.keeps)))
  }
  if (only !== 'heads') {
    const mooded = rows.filter(({ mood, moodWeight = 0 }) => mood !== undefined && moodWeight > 0)
    const mood = fitMood(mooded, withoutRare(tableOf(mooded.map(({ text }) => text)), 3))
    writeLinear('mood', mood, calibrated.mood)
  }
}

function writeLinear(name: string, { weights, ...header }: Linear, calibration: Calibrated): void {
  write(name, modelBytes({ header: { ...header, ...calibration }, weights }))
}

function write(name: string, bytes: Buffer): void {
  const folder = values.out ?? join(import.meta.dirname, '../src/understanding/models')
  writeFileSync(join(folder, `${name}.bin`), bytes)
  console.log(`${name}.bin: ${bytes.length} bytes`)
}
