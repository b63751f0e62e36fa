/** A desk as its owner starts it: a process of its own on a data folder, asked over HTTP by somebody who signed in. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { createServer } from 'node:net'

export type Desk = {
  readonly url: string
  readonly process: ChildProcess
  /** The link that makes the first owner; null: somebody owns it. */
  readonly setupLink: string | null
  stop(): Promise<void>
}

/** Starts `earshot serve` and waits until it says where it is. `port`: one that is free, unless given. */
export async function startDesk({ data, port }: { data: string; port?: number }): Promise<Desk> {
  const { process: child, url, said } = await spawnDesk({ data, port: port ?? (await freePort()) })
  await said(/Earshot is at/)
  return {
    url,
    process: child,
    // Said right after, where it is said at all.
    setupLink: await Promise.race([
      said(/link works once\): (\S+)/),
      new Promise<null>((done) => setTimeout(done, 300, null)),
    ]),
    stop: () => stop(child),
  }
}

/** The process alone, at the moment it was started. `said` gives what a line on its output says. */
export async function spawnDesk({ data, port }: { data: string; port: number }) {
  const program = new URL('../src/cli/earshot.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [program, 'serve'], {
    env: {
      ...process.env,
      PORT: String(port),
      EARSHOT_DATA: data,
      EARSHOT_ALLOW_PRIVATE: '127.0.0.0/8',
      DATABASE_URL: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (text) => {
    output += text
  })
  child.stderr.on('data', (text) => {
    output += text
  })
  const said = async (line: RegExp): Promise<string> => {
    for (;;) {
      const found = line.exec(output)
      if (found) return found[1] ?? found[0]
      if (child.exitCode !== null) throw new Error(`The desk ended:\n${output}`)
      await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
    }
  }
  return { process: child, url: `http://127.0.0.1:${port}`, said }
}

/** As a signal from its owner ends it: in order. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? done(address.port) : fail(new Error('no port'))))
    })
  })
}

/** Somebody signed in by cookie, on one connection that stays open, as a browser has it. */
export type Caller = {
  readonly cookie: string
  get(path: string): Promise<string>
  post(path: string, body: unknown): Promise<string>
  /** What happens, as it is told; ends with the desk. */
  events(hear: (event: string) => void): void
}

export const owner = { name: 'Kit', mail: 'kit@acme.example', password: 'a long enough password', workspace: 'Acme' }

/** Makes the first owner, Kit of Acme, and signs them in. */
export async function found({ url, setupLink }: Desk): Promise<Caller> {
  const token = new URL(setupLink ?? url).searchParams.get('token')
  const answer = await fetch(`${url}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...owner, token }),
  })
  if (!answer.ok) throw new Error(`Setup answered ${answer.status}: ${await answer.text()}`)
  return callerWith(url, cookieOf(answer))
}

/** Signs the owner in again, after a restart. */
export async function enter(url: string): Promise<Caller> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: owner.mail, password: owner.password }),
  })
  if (!answer.ok) throw new Error(`Sign-in answered ${answer.status}: ${await answer.text()}`)
  return callerWith(url, cookieOf(answer))
}

const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

function callerWith(url: string, cookie: string): Caller {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ask = (method: string, path: string, body?: unknown) =>
    new Promise<string>((done, fail) => {
      const headers = { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }
      const asked = request(`${url}/api/v1${path}`, { method, agent, headers }, (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (part) => {
          text += part
        })
        answer.on('error', fail)
        answer.on('end', () => {
          if ((answer.statusCode ?? 500) < 300) done(text)
          else fail(new Error(`${method} ${path} answered ${answer.statusCode}: ${text}`))
        })
      })
      asked.on('error', fail)
      asked.end(body === undefined ? undefined : JSON.stringify(body))
    })
  return {
    cookie,
    get: (path) => ask('GET', path),
    post: (path, body) => ask('POST', path, body),
    events(hear) {
      const asked = request(`${url}/api/v1/events`, { headers: { cookie } }, (answer) => {
        let rest = ''
        answer.setEncoding('utf8')
        answer.on('data', (part) => {
          const lines = (rest + part).split('\n')
          rest = lines.pop() ?? ''
          for (const line of lines) if (line.startsWith('data: ')) hear(line.slice('data: '.length))
        })
        answer.on('error', () => {}) // the desk stopped
      })
      asked.on('error', () => {})
      asked.end()
    },
  }
}
