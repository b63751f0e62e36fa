/** Signing in: what was typed becomes a room, or a sentence on what to type instead. */
import { AtpAgent, XRPCError } from '@atproto/api'
import type { z } from 'zod'
import type { Connected, Kit } from '../channel.ts'
import { isDid } from './at-uri.ts'
import { askedToWaitUntil, isInactive, isRefusedSignIn, isUnreachable, secretOf } from './client.ts'
import { publicDirectory, residentOf } from './directory.ts'
import type { asks } from './fields.ts'
import { jetstreamUrl, publicJetstream } from './jetstream.ts'
import { repoStreamUrl } from './repo-stream.ts'

type Asked = z.infer<typeof asks>
type Refused = Extract<Connected, { is: 'refused' }>

/** Signs in at the account's server and looks whether its stream answers. Throws nothing that a person could mend. */
export async function connect(asked: Asked, kit: Kit): Promise<Connected> {
  const handle = plainHandle(asked.handle)
  const directory = asked.directory ? webAddress(asked.directory) : publicDirectory
  if (!directory) return refused('directory', `${asked.directory} is not a web address.`)
  const stream = streamAddress(asked.stream)
  if (!stream)
    return refused('stream', `${asked.stream} is neither the address of a Jetstream (wss://...) nor the word pds.`)
  const service = await serviceOf(handle, { typed: asked.service, directory }, kit)
  if (typeof service !== 'string') return service

  const agent = new AtpAgent({ service, fetch: kit.fetch })
  const server = await lookAt(agent, service)
  if (server) return server
  try {
    const { data } = await agent.login({ identifier: handle, password: asked.password })
    if (data.active === false) {
      return refused(
        'handle',
        `Bluesky says this account is ${data.status ?? 'not active'}. Open it again there first.`,
      )
    }
  } catch (trouble) {
    return whyNot(trouble, { agent, handle, service }, kit)
  }
  const { did, handle: known } = sessionOf(agent)
  const listening = stream === 'pds' ? repoStreamUrl(agent.dispatchUrl.origin, null) : jetstreamUrl(stream, null)
  if (stream !== publicJetstream && !(await opens(listening, kit))) {
    return refused('stream', `Signed in, but nobody could be heard at ${listening.host}. Check the stream's address.`)
  }
  return {
    is: 'connected',
    address: did,
    name: `@${known}`,
    account: { id: did, handle: known },
    settings: { handle: known, service, stream, directory },
    secret: secretOf(agent, asked.password),
  }
}

const refused = (field: string | null, why: string): Refused => ({ is: 'refused', field, why })

function sessionOf(agent: AtpAgent): { did: string; handle: string } {
  if (!agent.session) throw new Error('Signed in, but without a session')
  return agent.session
}

/** `@Ada.test`, `https://bsky.app/profile/ada.test` and `ada.test` are one; a mail address stays as it is. */
function plainHandle(typed: string): string {
  const bare = typed
    .trim()
    .replace(/^https?:\/\/[^/]+\/profile\//, '')
    .replace(/^at:\/\//, '')
    .replace(/^@/, '')
    .replace(/\/.*$/, '')
  return isDid(bare) ? bare : bare.toLowerCase()
}

const bskySocial = 'https://bsky.social'

/** Where the account signs in: as typed, or where the handle leads. Accounts of Bluesky's own hosts sign in at bsky.social. */
async function serviceOf(
  handle: string,
  { typed, directory }: { typed: string; directory: string },
  kit: Kit,
): Promise<string | Refused> {
  if (typed) return webAddress(typed) ?? refused('service', `${typed} is not a web address.`)
  if (handle.includes('@')) return bskySocial
  try {
    const { data } = isDid(handle)
      ? { data: { did: handle } }
      : await new AtpAgent({ service: bskySocial, fetch: kit.fetch }).com.atproto.identity.resolveHandle({ handle })
    const home = await residentOf(data.did, directory, kit)
    if (!home) return refused('handle', `Bluesky knows the handle ${handle}, but not where its account lives.`)
    const pds = webAddress(home.pds)
    return !pds || new URL(pds).hostname.endsWith('.host.bsky.network') ? bskySocial : pds
  } catch (trouble) {
    if (trouble instanceof XRPCError && trouble.status === 400) {
      return refused('handle', `Bluesky does not know the handle ${handle}.`)
    }
    return refused('service', `Could not find out where ${handle} lives. Name its server, or try again in a while.`)
  }
}

/** Null: a Bluesky server answers there. */
async function lookAt(agent: AtpAgent, service: string): Promise<Refused | null> {
  const { host } = new URL(service)
  try {
    await agent.com.atproto.server.describeServer()
    return null
  } catch (trouble) {
    if (trouble instanceof XRPCError && trouble.status === 429) return null
    if (trouble instanceof XRPCError && trouble.status === 1) {
      return refused('service', `Could not reach ${host}: ${trouble.message}`)
    }
    if (trouble instanceof XRPCError && trouble.status >= 500) {
      return refused('service', `${host} is unwell (it answered ${trouble.status}). Try again in a while.`)
    }
    return refused('service', `${host} answers, but it is not a Bluesky server (PDS).`)
  }
}

type Try = { agent: AtpAgent; handle: string; service: string }

async function whyNot(trouble: unknown, { agent, handle, service }: Try, kit: Kit): Promise<Refused> {
  const { host } = new URL(service)
  if (!(trouble instanceof XRPCError)) throw trouble
  if (isUnreachable(trouble)) return refused('service', `Could not reach ${host}: ${trouble.message}`)
  if (isInactive(trouble)) return refused('handle', `${host} says: ${trouble.message}.`)
  if (trouble.error === 'AuthFactorTokenRequired') {
    return refused(
      'password',
      "This is the account's main password, which asks for a mailed code. Make an app password for Earshot.",
    )
  }
  if (trouble.status === 429) {
    const until = askedToWaitUntil(trouble, kit.clock.now())
    const when = until ? `until ${until.toISOString().slice(0, 16).replace('T', ' ')} UTC` : 'a while'
    return refused(null, `${host} had too many tries and asks to wait ${when}.`)
  }
  if (!isRefusedSignIn(trouble)) return refused(null, `${host} says: ${trouble.message}`)
  if (!handle.includes('@') && !isDid(handle) && (await isUnknown(handle, agent))) {
    return refused('handle', `${host} does not know the handle ${handle}.`)
  }
  return refused('password', `${host} does not know this handle and app password together.`)
}

async function isUnknown(handle: string, agent: AtpAgent): Promise<boolean> {
  try {
    await agent.com.atproto.identity.resolveHandle({ handle })
    return false
  } catch (trouble) {
    return trouble instanceof XRPCError && trouble.status === 400
  }
}

const openingMs = 10_000

function opens(url: URL, kit: Kit): Promise<boolean> {
  const socket = kit.socket(url)
  return new Promise<boolean>((resolve) => {
    socket.once('open', () => resolve(true))
    socket.once('error', () => resolve(false))
    kit.clock.sleep(openingMs, kit.signal).then(() => resolve(false))
  }).finally(() => {
    // Closing one that is still opening tells of it by another error.
    socket.on('error', () => {})
    socket.terminate()
  })
}

/** The origin of a typed address; `host` alone means https. Null where it is none. */
function webAddress(typed: string): string | null {
  const full = /^https?:\/\//i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`
  if (!URL.canParse(full)) return null
  const { origin, hostname } = new URL(full)
  return hostname.includes('.') || hostname === 'localhost' || hostname.startsWith('[') ? origin : null
}

function streamAddress(typed: string): string | null {
  const bare = typed.trim()
  if (bare === '') return publicJetstream
  if (bare.toLowerCase() === 'pds') return 'pds'
  const full = bare.includes('://') ? bare.replace(/^http/i, 'ws') : `wss://${bare}`
  if (!/^wss?:\/\//i.test(full) || !URL.canParse(full)) return null
  const url = new URL(full)
  if (!url.hostname.includes('.') && url.hostname !== 'localhost' && !url.hostname.startsWith('[')) return null
  if (url.pathname === '/') url.pathname = '/subscribe'
  return `${url.origin === 'null' ? `${url.protocol}//${url.host}` : url.origin}${url.pathname}`
}
