/** Hearing Bluesky for ever: from a Jetstream or from the PDS's own stream, with what was missed caught up first. */
import type { Overheard } from '../../domain/message/heard.ts'
import { type Batch, ChannelTrouble, type Connection, type Kit } from '../channel.ts'
import { type Client, clientOf, isPassing } from './client.ts'
import { type Cursor, startOf, wasClamped, written } from './cursor.ts'
import type { Frame } from './event.ts'
import { jetstreamUrl, readJetstream } from './jetstream.ts'
import { Lines, type Stream } from './lines.ts'
import { pastOf } from './notifications.ts'
import { type Profiles, profilesOf } from './profiles.ts'
import { readRepoFrame, repoStreamUrl } from './repo-stream.ts'
import { translate } from './translate.ts'

const most = 200
const checkInMs = 15 * 60_000
const historyMs = 30 * 86_400_000
const historyMost = 500
const gapMost = 5_000
const skewMs = 10_000
// A name is worth waiting for, but not much: what was said is worth more.
const namingMs = 100

export async function* hear(room: Connection, kit: Kit): AsyncGenerator<Batch> {
  const client = clientOf(room, kit)
  const profiles = profilesOf(client, kit)
  const stream = streamOf(client)
  const start = startOf(room.cursor, stream.name, stream.counting)
  const reachable = await checkIn(client)
  if (!reachable && start.is !== 'go-on') throw new ChannelTrouble(`Could not reach ${client.pds()}.`)

  // Opened before the past is read, so that nothing falls between the two.
  const openedAt = kit.clock.now()
  const lines = kit.inCommon('lines of bluesky', () => new Lines())
  const listening = lines.hear(stream, start.is === 'go-on' ? start.position : null, kit)
  const catchUp = (gap: Missed | null) => pastBatches({ client, kit, kept: room.cursor, gap })
  try {
    await listening.opened()
    if (start.is !== 'go-on') {
      const gap =
        start.is === 'broken'
          ? { from: start.since, to: openedAt, why: "the stream can't be asked for what it told in between" }
          : null
      yield* catchUp(gap)
      yield { heard: [], cursor: written(anchor(stream, openedAt)), at: null }
    }
    let since = start.is === 'go-on' ? start.since : null
    let outdated = false
    let checkedIn = openedAt
    let kept = start.is === 'go-on' ? room.cursor : written(anchor(stream, openedAt))
    while (!kit.signal.aborted) {
      const frames = await listening.take()
      const now = kit.clock.now()
      outdated ||= frames.some((frame) => frame.is === 'outdated')
      const first = frames.find((frame) => frame.is === 'events')
      if (since && first) {
        if (outdated || (stream.counting === 'time' && wasClamped({ since, first: first.at, now }))) {
          yield* catchUp({ from: since, to: first.at, why: 'the stream no longer held what was said then' })
        }
        since = null
      }
      const batch = await batchOf(frames, { client, profiles, stream, kit })
      kept = batch.cursor ?? kept
      if (batch.at || batch.unreadable) yield { ...batch, cursor: kept }
      const refused = frames.find((frame) => frame.is === 'refused')
      if (refused) {
        // The PDS counts anew (it was restored, or moved): from the next start on, its numbers are not asked for.
        const lost = refused.error === 'FutureCursor' && start.is === 'go-on' ? start.since : null
        if (lost) yield { heard: [], cursor: written({ stream: stream.name, position: null, at: lost }), at: null }
        throw new ChannelTrouble(`${stream.url(null).host} ended the stream: ${refused.why}`)
      }
      if (now.getTime() - checkedIn.getTime() > checkInMs) {
        await checkIn(client)
        checkedIn = now
      }
    }
  } finally {
    listening.leave()
  }
}

function streamOf(client: Client): Stream {
  const { stream, service } = client.settings
  if (stream === 'pds') {
    return {
      name: `pds:${service}`,
      counting: 'sequence',
      url: (position) => repoStreamUrl(client.pds(), position),
      read: readRepoFrame,
      neverSilent: false,
    }
  }
  return {
    name: stream,
    counting: 'time',
    url: (position) => jetstreamUrl(stream, position),
    read: readJetstream,
    neverSilent: new URL(stream).hostname.endsWith('.bsky.network'),
  }
}

/** Where hearing goes on if nothing happens at all before the next start. A host's clock may differ from ours a little. */
const anchor = (stream: Stream, at: Date): Cursor => ({
  stream: stream.name,
  position: stream.counting === 'time' ? (at.getTime() - skewMs) * 1000 : null,
  at,
})

type Around = { client: Client; profiles: Profiles; stream: Stream; kit: Kit }

async function batchOf(frames: readonly Frame[], { client, profiles, stream, kit }: Around): Promise<Batch> {
  const heard: Overheard[] = []
  let unreadable = 0
  let last: { position: number; at: Date } | null = null
  for (const frame of frames) {
    if (frame.is === 'unreadable') unreadable++
    if (frame.is !== 'events') continue
    last = frame
    unreadable += frame.unreadable
    for (const event of frame.events) {
      if (event.is === 'identity') profiles.forget(event.did)
      const found = translate(event, client.did)
      if (found.is === 'unreadable') unreadable++
      else if (found.is !== 'nothing') heard.push(found)
    }
  }
  return {
    heard: await named(heard, profiles, kit),
    cursor: last && written({ stream: stream.name, position: last.position, at: last.at }),
    at: last?.at ?? null,
    unreadable,
  }
}

/** Gives a name to the authors of what surely concerns us. The others are too many to ask for. */
async function named(heard: Overheard[], profiles: Profiles, kit: Kit): Promise<Overheard[]> {
  const ids = heard.flatMap((one) => (one.is === 'passed-on' ? one.source : (forUs(one)?.source ?? [])))
  if (ids.length === 0) return heard
  const authors = await soon(profiles.of(ids), kit)
  return heard.map((one) => {
    if (one.is === 'passed-on') return { ...one, author: authors?.get(one.source) ?? one.author }
    const message = forUs(one)
    const author = message && authors?.get(message.source)
    return author && (one.is === 'said' || one.is === 'edited') ? { is: one.is, message: { ...message, author } } : one
  })
}

const forUs = (one: Overheard) =>
  (one.is === 'said' || one.is === 'edited') && one.message.reasons.length > 0 ? one.message : null

/** Null when it takes too long. It goes on then, for the next message of theirs; if it fails, so will the next question. */
async function soon<T>(answer: Promise<T>, kit: Kit): Promise<T | null> {
  const over = new AbortController()
  answer.catch(() => {})
  try {
    return await Promise.race([answer, kit.clock.sleep(namingMs, over.signal).then(() => null)])
  } finally {
    over.abort()
  }
}

type Missed = { from: Date; to: Date; why: string }

/** The past from the notifications; with a gap, since it began, and saying at last what can't be had. */
async function* pastBatches(about: {
  client: Client
  kit: Kit
  kept: Batch['cursor']
  gap: Missed | null
}): AsyncGenerator<Batch> {
  const { client, kit, kept, gap } = about
  const since = gap?.from ?? new Date(kit.clock.now().getTime() - historyMs)
  const past = await pastOf(client, { since, most: gap ? gapMost : historyMost }, kit)
  const heard = past.is === 'had' ? past.heard : []
  // The kept cursor stays until all of the past is in, so that a crash in between begins it again.
  for (let from = 0; from < heard.length; from += most) {
    yield { heard: heard.slice(from, from + most), cursor: kept, at: null }
  }
  if (!gap) return
  const rest =
    past.is === 'had'
      ? 'Mentions, replies and quotes came from the notifications; other matches, edits and deletions of that time are missing.'
      : `The notifications could not be had either (${past.why}).`
  yield { heard: [], cursor: kept, at: null, gap: { from: gap.from, to: gap.to, why: `${sentence(gap.why)} ${rest}` } }
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`

/** Whether our server answers. Throws ChannelTrouble where it answers that we may not come in. */
async function checkIn(client: Client): Promise<boolean> {
  try {
    const { data } = await client.ask((agent) => agent.com.atproto.server.getSession())
    if (data.active === false)
      throw new ChannelTrouble(`Bluesky says this account is ${data.status ?? 'not active'}.`, 'owner')
    return true
  } catch (trouble) {
    if (isPassing(trouble)) return false
    throw trouble
  }
}
