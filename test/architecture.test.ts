/** The arrow of ARCHITECTURE.md: who may see whom. It never runs back. */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const files = globSync(['src/**/*.ts', 'web/**/*.{ts,tsx}'], { cwd: root }).filter(
  (path) => !/\.test\.tsx?$|web\/dist/.test(path),
)

type Room =
  | 'lib'
  | 'listening'
  | 'understanding'
  | 'domain'
  | 'store'
  | 'db'
  | 'contract'
  | 'channels'
  | 'flows'
  | 'outside'
  | 'main'
  | 'web'

/** In which room of the house a file is. */
function roomOf(path: string): Room {
  const [, folder = ''] = path.split('/')
  if (path.startsWith('web/')) return 'web'
  // `earshot serve` is how main is started, and main starts the threads that hear.
  if (/^src\/(main|hands|ear\.thread)\.ts$/.test(path) || path === 'src/cli/serve.ts') return 'main'
  if (path === 'src/channels/channel.ts' || path === 'src/channels/index.ts') return 'contract'
  if (folder === 'domain') return /\.(store|list|thread|read|search|filing)\.ts$/.test(path) ? 'store' : 'domain'
  if (folder === 'api' || folder === 'cli' || folder === 'jobs') return 'outside'
  return folder as Room
}

const maySee: Record<Room, readonly Room[]> = {
  lib: ['lib'],
  listening: ['lib', 'listening'],
  understanding: ['lib', 'understanding'],
  domain: ['lib', 'listening', 'understanding', 'domain'],
  db: ['lib', 'db'],
  store: ['lib', 'listening', 'understanding', 'domain', 'db', 'store'],
  contract: ['lib', 'domain', 'channels', 'contract'],
  channels: ['lib', 'contract', 'domain'],
  flows: ['lib', 'listening', 'understanding', 'domain', 'db', 'store', 'contract', 'flows'],
  outside: ['lib', 'listening', 'understanding', 'domain', 'db', 'store', 'contract', 'flows', 'outside'],
  main: ['lib', 'db', 'contract', 'flows', 'outside', 'main'],
  web: ['web'],
}

// Each with its reason; a new one needs a better reason than convenience.
const exceptions: Record<string, string> = {
  'src/cli/import.ts -> src/channels/archive':
    'reading files is the archive channel, and the command is its only caller',
  'src/cli/bring-in.ts -> src/channels/archive': 'the same',
  'src/cli/import-orders.ts -> src/channels/archive': 'the same',
  'src/cli/import-outcomes.ts -> src/channels/archive': 'the same',
  'src/cli/listen-sources.ts -> src/channels/bluesky': 'listens to the whole stream with no room and no account',
  'src/cli/listen-sources.ts -> src/channels/feed': 'the same, for one feed',
  'src/cli/earshot.ts -> src/cli': '`earshot serve` starts main, like `npm start`',
  'src/flows/demo.ts -> src/channels/town': 'the pretend town is made here and lives there',
  'src/flows/town/play.ts -> src/channels/town': 'the same',
  'web -> src/api/shapes*.ts': 'the types of the API, and nothing else of the server',
}

const imports = files.flatMap((from) =>
  [
    ...readFileSync(join(root, from), 'utf8').matchAll(
      /^(?:import|export)[^'"]*?from '(\.[^']+)'|import\('(\.[^']+)'\)/gm,
    ),
  ].map((found) => ({
    from,
    to: relative(root, join(root, dirname(from), found[1] ?? found[2] ?? '')),
  })),
)

test('nobody sees what lies upstream', () => {
  const wrong = imports.filter(({ from, to }) => !allowed(from, to)).map(({ from, to }) => `${from} -> ${to}`)
  expect(wrong).toEqual([])
})

function allowed(from: string, to: string): boolean {
  const [here, there] = [roomOf(from), roomOf(to)]
  if (here === 'web' && there !== 'web') return /^src\/api\/(\w+\/)?shapes(\.\w+)?\.ts$/.test(to)
  if (exceptions[`${from} -> ${dirname(to)}`] !== undefined) return true
  // A channel is one folder, and sees no other; of the domain it sees the types of messages alone.
  if (here === 'channels' && there === 'channels') return folderOf(from) === folderOf(to)
  if (here === 'channels' && there === 'domain') return /domain\/(message\/heard|reply\/sent)\.ts$/.test(to)
  return maySee[here].includes(there)
}

const folderOf = (path: string) => path.split('/').slice(0, 3).join('/')

test('every exception is still needed', () => {
  const used = new Set(imports.map(({ from, to }) => `${from} -> ${dirname(to)}`))
  const idle = Object.keys(exceptions).filter((key) => !key.startsWith('web') && !used.has(key))
  expect(idle).toEqual([])
})

test('pure files read no clock, no dice, no environment and no network', () => {
  const impure =
    /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.env\b|\bfetch\(|\bsetTimeout\(|from 'node:(?!crypto)/
  const found = files
    .filter((path) => ['listening', 'understanding', 'domain'].includes(roomOf(path)))
    // Weights, and what was compiled, are part of the program, as its words are: read once, when it starts.
    .filter((path) => !['src/understanding/models/model-file.ts', 'src/listening/index/core.ts'].includes(path))
    .filter((path) => impure.test(withoutComments(readFileSync(join(root, path), 'utf8'))))
  expect(found).toEqual([])
})

test('every way out of the house is safe-fetch', () => {
  const ways =
    /\bglobalThis\.fetch\b|(?<![.\w])fetch\(|new WebSocket\(|from 'node:(?:https?|net|tls|dgram)'|from 'undici'/
  const allowedToDial =
    /^src\/(lib\/(safe-fetch|bounded-body|addresses)|db\/embedded|cli\/settings|cli\/doctor|main)\b|^web\//
  const found = files.filter(
    (path) => !allowedToDial.test(path) && ways.test(withoutComments(readFileSync(join(root, path), 'utf8'))),
  )
  expect(found).toEqual([])
})

test('nobody but the settings reads the environment', () => {
  const found = files.filter(
    (path) =>
      !path.startsWith('src/cli/') && /process\.env\b/.test(withoutComments(readFileSync(join(root, path), 'utf8'))),
  )
  // PostgreSQL's tools inherit it.
  expect(found).toEqual(['src/db/run-as.ts'])
})

test('no file is longer than 300 lines', () => {
  // A translation is a table: it grows with what there is to say.
  const long = files
    .filter((path) => !path.startsWith('web/words/'))
    .map((path) => [path, readFileSync(join(root, path), 'utf8').split('\n').length] as const)
    .filter(([, lines]) => lines > 301)
  expect(long).toEqual([])
})

const withoutComments = (source: string) => source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
