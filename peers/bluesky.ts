/** Starts a real Bluesky network of one's own, and makes accounts on it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AtpAgent } from '@atproto/api'

export type BlueskyNetwork = {
  readonly pdsUrl: string
  readonly plcUrl: string
  /** A new account `NAME.test`, signed in. At least three letters; some names are reserved, `acme` among them. */
  account(name: string): Promise<PeerAccount>
  close(): Promise<void>
}

export type PeerAccount = {
  readonly did: string
  readonly handle: string
  readonly password: string
  readonly appPassword: string
  readonly agent: AtpAgent
}

/**
 * A PDS and a PLC directory on free ports, ready in about 2 s; with `appView` also notifications, profiles and threads
 * (about 6 s; wants redis-server on the PATH and the PostgreSQL that `npm ci` brings). Close it when done.
 */
export async function startBluesky({ appView = false } = {}): Promise<BlueskyNetwork> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-bluesky-'))
  // Its PostgreSQL may run as another user, and has to come through.
  chmodSync(folder, 0o755)
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('network.ts', import.meta.url)), ...(appView ? ['--app-view'] : [])],
    {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, NODE_NO_WARNINGS: '1', TMPDIR: folder },
    },
  )
  const close = async () => {
    await stop(child)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const { pdsUrl, plcUrl } = await addressesOf(child)
    return { pdsUrl, plcUrl, account: (name) => newAccount(pdsUrl, name), close }
  } catch (trouble) {
    await close()
    throw trouble
  }
}

async function newAccount(pdsUrl: string, name: string): Promise<PeerAccount> {
  const agent = new AtpAgent({ service: pdsUrl })
  const [handle, password] = [`${name}.test`, `${name}-password`]
  await agent.createAccount({ handle, email: `${name}@example.test`, password })
  await agent.app.bsky.actor.profile.create({ repo: agent.assertDid, rkey: 'self' }, { displayName: titled(name) })
  const { data } = await agent.com.atproto.server.createAppPassword({ name: 'earshot' })
  return { did: agent.assertDid, handle, password, appPassword: data.password, agent }
}

const titled = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`

function addressesOf(child: ChildProcess): Promise<{ pdsUrl: string; plcUrl: string }> {
  return new Promise((resolve, reject) => {
    let [said, complained] = ['', '']
    child.stderr?.on('data', (chunk) => {
      complained += chunk
    })
    child.stdout?.on('data', (chunk) => {
      said += chunk
      const end = said.indexOf('\n')
      if (end !== -1) resolve(JSON.parse(said.slice(0, end)))
    })
    child.once('exit', (code) => reject(new Error(`The Bluesky network did not start (${code}).\n${complained}`)))
  })
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.stdin?.end()
  await gone
}
