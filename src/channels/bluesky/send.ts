/** Puts a reply, or a post of our own, into our account's repository, once, and says what became of it. */
import { type AppBskyFeedPost, AppBskyRichtextFacet, RichText, XRPCError } from '@atproto/api'
import { ChannelTrouble, type Connection, type Kit, type Outgoing, type Sent } from '../channel.ts'
import { parseUri, postCollection, postUri, postUrl } from './at-uri.ts'
import { askedToWaitUntil, type Client, clientOf, isUnreachable } from './client.ts'
import { type FoundPost, postAt } from './post-at.ts'
import { length } from './reply.ts'
import { parentRecord } from './wire.ts'

const mostLangs = 3

/** Says it. Throws ChannelTrouble where the room itself can't speak; everything else is in what it returns. */
export async function send(outgoing: Outgoing, room: Connection, kit: Kit): Promise<Sent> {
  const client = clientOf(room, kit)
  const text = new RichText({ text: outgoing.text })
  const { limit, bytes } = length
  if (text.graphemeLength > limit) return tooLong(`${limit} characters`, text.graphemeLength)
  if (text.length > bytes) return tooLong(`${bytes} bytes`, text.length)
  let asked = false
  try {
    const thread = outgoing.parent && (await threadOf(outgoing.parent.id, client, kit))
    if (thread && thread.is !== 'found') return thread
    await client.ask((agent) => text.detectFacets(agent))
    asked = true
    await put(recordOf(outgoing, text, thread), outgoing.key, client)
    return sent(outgoing.key, client)
  } catch (trouble) {
    return unsent(trouble, { asked, key: outgoing.key, client }, kit)
  }
}

const tooLong = (most: string, is: number): Sent => ({ is: 'refused', why: `Bluesky takes ${most}; this has ${is}.` })

const sent = (key: string, client: Client): Sent => ({
  is: 'sent',
  id: postUri(client.did, key),
  url: postUrl(client.did, key),
})

/**
 * `swapRecord: null` asks the PDS to take it only while there is no record of that key. The same record again answers
 * as the first time did; another one is refused as InvalidSwap. (createRecord answers a second time with a bare 500.)
 */
const put = (record: AppBskyFeedPost.Record, key: string, client: Client) =>
  client.ask((agent) =>
    agent.com.atproto.repo.putRecord({
      repo: client.did,
      collection: postCollection,
      rkey: key,
      record,
      swapRecord: null,
    }),
  )

type StrongRef = { uri: string; cid: string }
type Thread = { is: 'found'; parent: StrongRef; root: StrongRef }

function recordOf(outgoing: Outgoing, text: RichText, thread: Thread | null): AppBskyFeedPost.Record {
  const facets = text.facets?.filter(({ features }) =>
    // A handle that nobody knows stays text: its DID came back empty.
    features.every((one) => !AppBskyRichtextFacet.isMention(one) || one.did !== ''),
  )
  return {
    $type: postCollection,
    text: text.text,
    createdAt: outgoing.at.toISOString(),
    ...(thread && { reply: { parent: { ...thread.parent }, root: { ...thread.root } } }),
    ...(facets && facets.length > 0 ? { facets } : {}),
    ...(outgoing.langs.length > 0 ? { langs: outgoing.langs.slice(0, mostLangs) } : {}),
  }
}

/** The post we answer, and the first of its thread as that post itself names it. */
async function threadOf(uri: string, client: Client, kit: Kit): Promise<Thread | Sent> {
  if (parseUri(uri)?.collection !== postCollection) return { is: 'refused', why: 'This is not a Bluesky post.' }
  try {
    const found = await postAt(uri, client, kit)
    return found ? threadFrom(found, uri) : gone
  } catch (trouble) {
    if (trouble instanceof ChannelTrouble || (trouble instanceof XRPCError && trouble.status === 429)) throw trouble
    const why = trouble instanceof Error ? trouble.message : String(trouble)
    return { is: 'try-later', why: `Could not look at the post we answer: ${why}`, after: null, mayHaveArrived: false }
  }
}

const gone: Sent = {
  is: 'refused',
  why: 'The post was deleted, or its author left: there is nothing to answer any more.',
}

function threadFrom({ cid, value }: FoundPost, uri: string): Thread | Sent {
  if (!cid)
    return { is: 'try-later', why: 'The server gave the post without its hash.', after: null, mayHaveArrived: false }
  const parent = { uri, cid }
  return { is: 'found', parent, root: parentRecord.parse(value).reply?.root ?? parent }
}

type Attempt = { asked: boolean; key: string; client: Client }

/** What a failed try means. Only a try that left us may have arrived; the key makes trying it again safe. */
async function unsent(trouble: unknown, { asked, key, client }: Attempt, kit: Kit): Promise<Sent> {
  if (trouble instanceof ChannelTrouble || !(trouble instanceof XRPCError)) throw trouble
  const host = new URL(client.pds()).host
  if (trouble.status === 429) {
    const after = askedToWaitUntil(trouble, kit.clock.now())
    return { is: 'try-later', why: `${host} asks to wait: ${trouble.message}`, after, mayHaveArrived: false }
  }
  if (isUnreachable(trouble) || trouble.status >= 500) {
    return { is: 'try-later', why: `${host}: ${trouble.message}`, after: null, mayHaveArrived: asked }
  }
  if (asked && trouble.error === 'InvalidSwap') return sent(key, client)
  return { is: 'refused', why: trouble.message }
}
