import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { meet } from './characters.ts'

const here = import.meta.dirname

test('the core is what its source says: npm run build:core', () => {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-core-'))
  try {
    const out = join(folder, 'core.wasm')
    const asc = join(here, '../../../node_modules/assemblyscript/bin/asc.js')
    execFileSync(process.execPath, [asc, '--config', join(here, 'core/asconfig.json'), '--target', 'core', '-o', out])
    expect(readFileSync(out).equals(readFileSync(join(here, 'core/core.wasm')))).toBe(true)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('what the core reads sixteen at a time is what the table of characters says', () => {
  const kinds = { between: 1, letter: 2, apostrophe: 4, hash: 5, at: 6, joint: 7 }
  for (let unit = 0; unit < 128; unit++) {
    const sign = String.fromCharCode(unit)
    const kind =
      { "'": kinds.apostrophe, '#': kinds.hash, '@': kinds.at, '.': kinds.joint, '-': kinds.joint, '*': kinds.joint }[
        sign
      ] ?? (/\w/.test(sign) ? kinds.letter : kinds.between)
    expect([sign, meet(unit) >>> 16]).toEqual([sign, kind])
  }
})
