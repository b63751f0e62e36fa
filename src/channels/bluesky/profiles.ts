/** What accounts call themselves. The stream gives DIDs alone, so we look them up where it matters, and remember. */
import type { Author } from '../../domain/message/heard.ts'
import { ChannelTrouble, type Kit } from '../channel.ts'
import { isDid, profileUrl } from './at-uri.ts'
import type { Client } from './client.ts'
import { residentOf } from './directory.ts'
import { authorOf } from './translate.ts'
import { profileRecord, profile as profileShape } from './wire.ts'

export interface Profiles {
  /** The authors of these DIDs, with handle and name null where nobody could tell. Throws only for a refused sign-in. */
  of(dids: readonly string[]): Promise<Map<string, Author>>
  /** They may have another name now. */
  forget(did: string): void
}

const mostKept = 5_000
const freshMs = 3_600_000
// Nobody could tell just now: asked again sooner.
const namelessMs = 60_000
// So many are looked up together: the most that app.bsky.actor.getProfiles takes at once.
const atOnce = 25

export function profilesOf(client: Client, kit: Kit): Profiles {
  // A Map keeps the order of insertion, so its first key is the one least recently looked up.
  const kept = new Map<string, { author: Author; until: number }>()
  let noAppViewUntil = 0
  const ms = () => kit.clock.now().getTime()
  const keep = (author: Author) => {
    kept.delete(author.id)
    kept.set(author.id, { author, until: ms() + (author.handle ? freshMs : namelessMs) })
    const oldest = kept.keys().next()
    if (kept.size > mostKept && !oldest.done) kept.delete(oldest.value)
  }
  const learn = async (dids: string[]) => {
    const told = ms() < noAppViewUntil ? null : await fromAppView(dids, client)
    if (!told) noAppViewUntil = Math.max(noAppViewUntil, ms() + namelessMs)
    const find = async (did: string) =>
      told?.get(did) ?? (await fromTheirHost(did, client, kit)) ?? authorOf(did, client.did)
    for (const author of await Promise.all(dids.map(find))) keep(author)
  }
  return {
    async of(dids) {
      const now = ms()
      const wanted = [...new Set(dids)].filter(isDid)
      const unknown = wanted.filter((did) => (kept.get(did)?.until ?? 0) <= now)
      const parts = Array.from({ length: Math.ceil(unknown.length / atOnce) }, (_, at) =>
        unknown.slice(at * atOnce, (at + 1) * atOnce),
      )
      await Promise.all(parts.map(learn))
      return new Map(wanted.map((did) => [did, kept.get(did)?.author ?? authorOf(did, client.did)]))
    },
    forget: (did) => kept.delete(did),
  }
}

/** An author from a profile view; null where it is none. */
export function authorFrom(view: unknown, us: string): Author | null {
  const read = profileShape.safeParse(view)
  if (!read.success) return null
  const { did, handle, displayName, avatar } = read.data
  return {
    ...authorOf(did, us),
    handle: handle === 'handle.invalid' ? null : handle,
    name: displayName?.trim() || null,
    avatar: avatar ?? null,
    url: profileUrl(handle === 'handle.invalid' ? did : handle),
    about: aboutOf(read.data),
  }
}

/** What somebody says of themselves. That a page is theirs is proven by none of it. */
function aboutOf({
  description = '',
  website,
}: {
  description?: string
  website?: string
}): NonNullable<Author['about']> {
  const named = [website ?? '', ...(description.match(/https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/gi) ?? [])]
  const links = named.flatMap((url) => {
    const read = URL.parse(url)
    return read && /^https?:$/.test(read.protocol) ? read.href : []
  })
  return {
    bio: description.trim() || null,
    links: [...new Set(links)].slice(0, 5).map((url) => ({ url, proven: false })),
  }
}

/** Null: there is no AppView, or it is unwell. */
async function fromAppView(dids: string[], client: Client): Promise<Map<string, Author> | null> {
  const told = await known(client.ask((agent) => agent.app.bsky.actor.getProfiles({ actors: dids })))
  if (!told) return null
  const authors = told.data.profiles.flatMap((view) => authorFrom(view, client.did) ?? [])
  return new Map(authors.map((author) => [author.id, author]))
}

/** Our PDS knows its own accounts; of others their host tells the handle, which counts only if it names them back. */
async function fromTheirHost(did: string, client: Client, kit: Kit): Promise<Author | null> {
  const local = await known(client.ask((agent) => agent.com.atproto.repo.describeRepo({ repo: did })))
  if (local) {
    const about = await known(
      client.ask((agent) =>
        agent.com.atproto.repo.getRecord({ repo: did, collection: 'app.bsky.actor.profile', rkey: 'self' }),
      ),
    )
    const told = profileRecord.safeParse(about?.data.value).data
    const handle = local.data.handleIsCorrect ? local.data.handle : null
    return {
      ...authorOf(did, client.did),
      handle,
      name: told?.displayName?.trim() || null,
      url: profileUrl(handle ?? did),
      ...(told && { about: aboutOf(told) }),
    }
  }
  const handle = (await known(residentOf(did, client.settings.directory, kit)))?.handle
  if (!handle) return null
  const proven = await known(client.ask((agent) => agent.com.atproto.identity.resolveHandle({ handle })))
  return proven?.data.did === did ? { ...authorOf(did, client.did), handle, url: profileUrl(handle) } : null
}

/** Null where nobody could tell. A refused sign-in is no such case. */
async function known<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer
  } catch (trouble) {
    if (trouble instanceof ChannelTrouble) throw trouble
    return null
  }
}
