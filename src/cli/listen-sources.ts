/** Where `earshot listen` hears: Bluesky's public stream and feeds, without a room, an account or a database. */
import { Inbox } from '../channels/bluesky/inbox.ts'
import { jetstreamUrl, publicJetstream, readJetstream } from '../channels/bluesky/jetstream.ts'
import { type Translated, translate } from '../channels/bluesky/translate.ts'
import { ChannelTrouble, type Connection, type Kit } from '../channels/channel.ts'
import { feed } from '../channels/feed/channel.ts'
import { inFull, type Said } from '../domain/message/heard.ts'
import { waitBeforeRetry } from '../domain/room/room.ts'
import { CommandRefused, UsageWrong } from './refusals.ts'

export type Caught = { channel: string; room: string; said: Said }
export type Source = { name: string; hear(kit: Kit, onTrouble: (why: string) => void): AsyncGenerator<Caught> }

/** `host`: a Jetstream of one's own, as a host or a ws address; empty is Bluesky's. Throws UsageWrong. */
export function blueskySource(host: string): Source {
  const stream = host === '' ? new URL(publicJetstream) : streamAt(host)
  return {
    name: stream.host,
    async *hear(kit, onTrouble) {
      let position: number | null = null
      yield* goingOn(kit, onTrouble, async function* () {
        const inbox = new Inbox(kit.socket(jetstreamUrl(stream.href, position)), stream.host, kit)
        try {
          await inbox.opened()
          while (!kit.signal.aborted) {
            for (const data of await inbox.take({ most: 500, withinMs: 50, patienceMs: 20_000 })) {
              const frame = readJetstream(data)
              if (frame.is !== 'events') continue
              position = frame.position
              for (const event of frame.events) yield* overheard('bluesky', stream.host, [translate(event, 'nobody')])
            }
          }
        } finally {
          inbox.close()
        }
      })
    },
  }
}

function streamAt(host: string): URL {
  const local = /^(localhost|127\.|\[::1\])/.test(host)
  const url = URL.parse(/^wss?:\/\//.test(host) ? host : `${local ? 'ws' : 'wss'}://${host}`)
  if (!url) throw new UsageWrong(`--bluesky=${host} is not a host; it must look like jetstream2.us-east.bsky.network.`)
  if (url.pathname === '/') url.pathname = '/subscribe'
  return url
}

/** Its address is looked at once before anything is heard; throws CommandRefused then. */
export const feedSource = (address: string): Source => ({
  name: address,
  async *hear(kit, onTrouble) {
    const connected = await feed.connect({ url: address }, kit)
    if (connected.is === 'refused') throw new CommandRefused(`${address}: ${connected.why}`)
    let cursor: Connection['cursor'] = null
    yield* goingOn(kit, onTrouble, async function* () {
      for await (const batch of feed.hear({ ...connected, cursor }, kit)) {
        yield* overheard('feed', connected.name, batch.heard)
        cursor = batch.cursor
      }
    })
  },
})

function* overheard(channel: string, room: string, heard: readonly Translated[]): Generator<Caught> {
  for (const it of heard) {
    const whole = it.is === 'nothing' || it.is === 'unreadable' ? null : inFull(it)
    if (whole?.is === 'said') yield { channel, room, said: whole.message }
  }
}

/** Hears again after a trouble, later each time, until it works once more. */
async function* goingOn(
  kit: Kit,
  onTrouble: (why: string) => void,
  hear: () => AsyncGenerator<Caught>,
): AsyncGenerator<Caught> {
  for (let failures = 0; !kit.signal.aborted; failures++) {
    let retryAfter: Date | null = null
    try {
      for await (const one of hear()) {
        failures = 0
        yield one
      }
    } catch (error) {
      if (kit.signal.aborted) return
      if (!(error instanceof ChannelTrouble)) throw error
      retryAfter = error.retryAfter
      onTrouble(error.message)
    }
    await kit.clock.sleep(waitBeforeRetry(failures, kit.clock.now(), retryAfter, Math.random()), kit.signal)
  }
}
