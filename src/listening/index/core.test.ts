import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

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
