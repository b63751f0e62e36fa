import { execFileSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const cores = globSync('src/**/core/asconfig.json', { cwd: root }).map(dirname)

test('there are cores to compare', () => {
  expect(cores.length).toBeGreaterThan(1)
})

test.each(cores)('%s is what its source says: npm run build:core', (core) => {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-core-'))
  try {
    const out = join(folder, 'core.wasm')
    const asc = join(root, 'node_modules/assemblyscript/bin/asc.js')
    execFileSync(process.execPath, [asc, '--config', join(root, core, 'asconfig.json'), '--target', 'core', '-o', out])
    expect(readFileSync(out).equals(readFileSync(join(root, core, 'core.wasm')))).toBe(true)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
