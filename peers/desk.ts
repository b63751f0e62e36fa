/** A real desk in a process of its own: started, killed and started again on the same folder and the same port. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export type NewDesk = {
  readonly url: string
  readonly dataFolder: string
  /** Whoever opens it first becomes the owner. */
  readonly setupLink: string
  /** `kill -9` of the program; with `database` also of every process of its PostgreSQL. */
  kill(what?: { database: boolean }): Promise<void>
  /** After a kill. Resolves when the desk says where it is; throws with its last words where it ends instead. */
  restart(): Promise<void>
  /** As Ctrl-C does; what is left of it goes. */
  stop(): Promise<void>
  /** What it said on stdout and stderr since its first start. */
  said(): string
}

export type Desk = NewDesk & {
  readonly token: string
  readonly owner: { readonly mail: string; readonly password: string }
  /** Asks as the owner, below `/api/v1`. Throws ApiRefused; where nobody answers, what fetch throws. */
  api<T>(path: string, init?: { method?: string; body?: unknown; headers?: Record<string, string> }): Promise<T>
}

type Problem = { detail?: string; field?: string | null }

export class ApiRefused extends Error {
  override name = 'ApiRefused'
  readonly status: number
  readonly problem: Problem
  constructor(what: string, status: number, problem: Problem) {
    super(`${what}: ${status} ${problem.detail ?? ''}`)
    this.status = status
    this.problem = problem
  }
}

/** A desk with an owner, Kit of Acme, and a token of theirs that may do everything. */
export async function startDesk(): Promise<Desk> {
  const desk = await startNewDesk()
  try {
    const owner = { mail: 'kit@acme.example', password: 'a password for tests' }
    return { ...desk, owner, ...(await own(desk, owner)) }
  } catch (trouble) {
    await desk.stop()
    throw trouble
  }
}

/** A desk that nobody owns yet. It may reach this machine, where the peers are. */
export async function startNewDesk(): Promise<NewDesk> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'earshot-desk-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let said = ''
  let child = begin()

  function begin(): ChildProcess {
    const { DATABASE_URL, EARSHOT_URL, EARSHOT_SECRET, HOST, ...inherited } = process.env
    const begun = spawn(process.execPath, [program, 'serve'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      // Of `--watch` or `--import` of a test runner it shall inherit nothing.
      env: {
        ...inherited,
        NODE_OPTIONS: '',
        EARSHOT_DATA: dataFolder,
        PORT: `${port}`,
        EARSHOT_ALLOW_PRIVATE: '127.0.0.0/8',
      },
    })
    for (const stream of [begun.stdout, begun.stderr])
      stream?.on('data', (chunk) => {
        said += chunk
      })
    return begun
  }

  async function standing(): Promise<void> {
    const from = said.length
    for (const end = Date.now() + startMs; Date.now() < end; await sleep(10)) {
      if (said.includes(`Earshot is at ${url}\n`, from)) return
      if (hasEnded(child)) break
    }
    throw new Error(`The desk did not start (exit ${child.exitCode ?? child.signalCode}).\n${said.slice(from)}`)
  }

  async function kill({ database } = { database: false }): Promise<void> {
    const theirs = database ? postgresOf(dataFolder) : []
    if (!hasEnded(child)) process.kill(child.pid as number, 'SIGKILL')
    for (const pid of theirs) killIfThere(pid)
    await ended(child)
  }

  function restart(): Promise<void> {
    child = begin()
    return standing()
  }

  async function stop(): Promise<void> {
    if (!hasEnded(child)) child.kill('SIGTERM')
    await Promise.race([ended(child), sleep(stopMs, null, { ref: false })])
    await kill({ database: true })
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 })
  }

  try {
    await standing()
    const setupLink = await untilSaid(() => /http\S+\/setup\?token=\S+/.exec(said)?.[0])
    return { url, dataFolder, setupLink, kill, stop, said: () => said, restart }
  } catch (trouble) {
    await stop()
    throw trouble
  }
}

const program = fileURLToPath(new URL('../src/cli/earshot.ts', import.meta.url))
// The first start of all builds the screens.
const startMs = 90_000
const stopMs = 20_000

async function own(
  { url, setupLink }: NewDesk,
  { mail, password }: Desk['owner'],
): Promise<Pick<Desk, 'token' | 'api'>> {
  const token = new URL(setupLink).searchParams.get('token')
  const entered = await fetch(`${url}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, name: 'Kit', mail, password, workspace: 'Acme' }),
  })
  if (!entered.ok) throw new ApiRefused('POST /setup', entered.status, (await entered.json()) as Problem)
  const cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const asking = { name: 'tests', scopes: ['read', 'write', 'admin'], days: null }
  const { secret } = await ask<{ secret: string }>(url, { cookie }, '/tokens', { method: 'POST', body: asking })
  return { token: secret, api: (path, init) => ask(url, { authorization: `Bearer ${secret}` }, path, init) }
}

async function ask<T>(
  url: string,
  who: Record<string, string>,
  path: string,
  { method = 'GET', body, headers = {} }: Parameters<Desk['api']>[1] = {},
): Promise<T> {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { ...who, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(20_000),
  })
  if (!answer.ok) throw new ApiRefused(`${method} ${path}`, answer.status, (await answer.json()) as Problem)
  return answer.json() as Promise<T>
}

/** Until the desk has begun to listen in every room of its. Throws after 15 s. */
export async function untilHearing(desk: Desk): Promise<void> {
  for (const end = Date.now() + 15_000; Date.now() < end; await sleep(50)) {
    const { items } = await desk.api<{ items: { health: { lastHeard: string | null } }[] }>('/rooms')
    if (items.every(({ health }) => health.lastHeard !== null)) return
  }
  throw new Error(`A room is not heard.\n${desk.said()}`)
}

/** The postmaster and its children, by its own pid file and what the kernel says (Linux); none where it does not run. */
function postgresOf(dataFolder: string): number[] {
  const postmaster = Number(readIfThere(join(dataFolder, 'postgres', 'postmaster.pid'))?.split('\n')[0])
  // The file outlives a postmaster that was killed, and its number may be another's by now.
  if (!postmaster || !readIfThere(`/proc/${postmaster}/cmdline`)?.includes(dataFolder)) return []
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const children = processes.filter((pid) => {
    // "pid (name) state ppid ...": the name may hold anything, a bracket too.
    const stat = readIfThere(`/proc/${pid}/stat`)
    return Number(stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === postmaster
  })
  return [postmaster, ...children.map(Number)]
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended by itself.
  }
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

async function ended(child: ChildProcess): Promise<void> {
  if (!hasEnded(child)) await new Promise((resolve) => child.once('exit', resolve))
}

async function untilSaid<T>(look: () => T | undefined): Promise<T> {
  for (const end = Date.now() + 5_000; Date.now() < end; await sleep(10)) {
    const found = look()
    if (found !== undefined) return found
  }
  throw new Error('The desk said no setup link.')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No port'))))
    })
  })
}
