/** Builds the screens when their source changed since they were last built. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const built = join(root, 'web', 'dist')
const stamp = join(built, '.source')

/** The folder with the built screens. */
export async function builtWeb(): Promise<string> {
  const source = fingerprintOfSource()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === source) return built
  const { build } = await import('vite')
  await build({ root: join(root, 'web'), configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
  writeFileSync(stamp, source)
  return built
}

/** From names, sizes and times: cheap enough for every start. */
function fingerprintOfSource(): string {
  const hash = createHash('sha256')
  const add = (path: string) => {
    const { size, mtimeMs } = statSync(path)
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  for (const entry of readdirSync(join(root, 'web'), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && !path.startsWith(built)) add(path)
  }
  for (const name of ['package-lock.json', 'vite.config.ts', 'src/api/shapes.ts']) add(join(root, name))
  return hash.digest('hex')
}
