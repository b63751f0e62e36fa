/** Bluesky's words as we rely on them. Everything else in a record may be missing, strange or hostile. */
import { BytesWrapper } from '@atcute/cbor'
import { z } from 'zod'

/** Jetstream, one JSON text a frame: `did` did something at `time_us` (microseconds, as the host saw it). */
export const jetstreamFrame = z.object({
  did: z.string(),
  time_us: z.int().positive(),
  kind: z.string(),
  commit: z
    .object({
      operation: z.enum(['create', 'update', 'delete']),
      collection: z.string(),
      rkey: z.string(),
      /** A delete has none. */
      record: z.unknown().optional(),
    })
    .optional(),
  account: z.object({ active: z.boolean(), status: z.string().optional() }).optional(),
})

/** com.atproto.sync.subscribeRepos: a header and a body, both DAG-CBOR, in one binary frame. */
export const repoHeader = z.object({ op: z.int(), t: z.string().optional() })
export const repoError = z.object({ error: z.string(), message: z.string().optional() })
export const repoInfo = z.object({ name: z.string() })
export const repoMoment = z.object({ seq: z.int().nonnegative(), time: z.string() })
export const repoCommit = z.object({
  repo: z.string(),
  blocks: z.instanceof(BytesWrapper),
  ops: z.array(
    z.object({ action: z.enum(['create', 'update', 'delete']), path: z.string(), cid: z.unknown().optional() }),
  ),
})
export const repoIdentity = z.object({ did: z.string() })
export const repoAccount = z.object({ did: z.string(), active: z.boolean(), status: z.string().optional() })

const strings = each(z.string())
const strongRef = z.object({ uri: z.string(), cid: z.string() })

/** app.bsky.feed.repost */
export const repostRecord = z.object({ subject: strongRef })

/** Of the post that we answer, only where its thread begins. */
export const parentRecord = z.object({ reply: z.object({ root: strongRef }).nullable().catch(null) })

/** One entry of app.bsky.notification.listNotifications. */
export const notification = z.object({
  uri: z.string(),
  reason: z.string(),
  record: z.unknown().optional(),
  indexedAt: z.string(),
  author: z.unknown().optional(),
})

/** app.bsky.actor.defs#profileView and its longer kin. `handle.invalid` is what Bluesky says of a handle that lapsed. */
export const profile = z.object({
  did: z.string(),
  handle: z.string(),
  displayName: z.string().optional(),
  avatar: z.string().optional(),
  description: z.string().optional().catch(undefined),
  website: z.string().optional().catch(undefined),
})

/** app.bsky.actor.profile, the record behind it. */
export const profileRecord = z.object({
  displayName: z.string().nullable().catch(null),
  description: z.string().optional().catch(undefined),
  website: z.string().optional().catch(undefined),
})

/** The part of a DID document that says where an account lives and what it is called. */
export const didDocument = z.object({
  id: z.string(),
  alsoKnownAs: strings,
  service: each(z.object({ id: z.string(), type: z.string(), serviceEndpoint: z.string() })),
})

/** What we keep with the room. */
export const settings = z.object({
  handle: z.string(),
  /** Where we sign in. */
  service: z.string(),
  /** A Jetstream address, or `pds` for the PDS's own stream. */
  stream: z.string(),
  /** Where a did:plc is looked up. */
  directory: z.string(),
})
export type Settings = z.infer<typeof settings>

export const secret = z.object({
  password: z.string(),
  session: z
    .object({
      did: z.string(),
      handle: z.string(),
      accessJwt: z.string(),
      refreshJwt: z.string(),
      active: z.boolean(),
      /** The account's own PDS, which may be another host than the service. */
      pds: z.string().nullable(),
    })
    .nullable(),
})
export type Secret = z.infer<typeof secret>

/** A list that keeps what it can read; not a list at all reads as empty. */
function each<T extends z.ZodType>(item: T) {
  return z
    .array(z.unknown())
    .catch([])
    .transform((items) =>
      items.flatMap((one) => {
        const read = item.safeParse(one)
        return read.success ? [read.data as z.output<T>] : []
      }),
    )
}

/** What JSON says; undefined where it makes no sense. */
export function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
