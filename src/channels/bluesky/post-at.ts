/** One post as it stands now, from our PDS or from its author's own server. */
import { AtpAgent, XRPCError } from '@atproto/api'
import type { Said } from '../../domain/message/heard.ts'
import type { Connection, Kit } from '../channel.ts'
import { parseUri, postCollection } from './at-uri.ts'
import { type Client, clientOf, isMissing } from './client.ts'
import { residentOf } from './directory.ts'
import { profilesOf } from './profiles.ts'
import { said } from './translate.ts'

export type FoundPost = { cid: string | undefined; value: unknown }

/** Null: it was deleted, or its author left. Throws where nobody could tell. */
export async function postAt(uri: string, client: Client, kit: Kit): Promise<FoundPost | null> {
  const where = parseUri(uri)
  if (where?.collection !== postCollection) return null
  const asked = { repo: where.did, collection: where.collection, rkey: where.rkey }
  try {
    const { data } = await client.ask((agent) => agent.com.atproto.repo.getRecord(asked))
    return { cid: data.cid, value: data.value }
  } catch (trouble) {
    if (!(trouble instanceof XRPCError) || trouble.status === 429) throw trouble
  }
  // Ours doesn't have it, or could not say. The author's own server knows for sure.
  const home = await residentOf(where.did, client.settings.directory, kit)
  if (!home) return null
  try {
    const theirs = new AtpAgent({ service: home.pds, fetch: kit.fetch })
    const { data } = await theirs.com.atproto.repo.getRecord(asked)
    return { cid: data.cid, value: data.value }
  } catch (trouble) {
    if (isMissing(trouble)) return null
    throw trouble
  }
}

/** Posts by their ids, with their authors' names; those that are gone, or of which nobody could tell, are left out. */
export async function lookUp(ids: readonly string[], room: Connection, kit: Kit): Promise<Said[]> {
  const client = clientOf(room, kit)
  const found: Said[] = []
  for (const id of ids) {
    const where = parseUri(id)
    const post = where && (await postAt(id, client, kit).catch(() => null))
    const message = where && post && said({ ...where, record: post.value, at: kit.clock.now() }, client.did)
    if (message) found.push(message)
  }
  const authors = await profilesOf(client, kit).of(found.map((message) => message.author.id))
  return found.map((message) => ({ ...message, author: authors.get(message.author.id) ?? message.author }))
}
