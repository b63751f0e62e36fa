/** Where a record lives: `at://did:plc:abc/app.bsky.feed.post/3kabc`. */

export const postCollection = 'app.bsky.feed.post'
export const repostCollection = 'app.bsky.feed.repost'

export type AtUri = { readonly did: string; readonly collection: string; readonly rkey: string }

const did = /^did:[a-z]+:[a-zA-Z0-9._:%-]*[a-zA-Z0-9._-]$/
const rkey = /^[a-zA-Z0-9_~.:-]{1,512}$/
const nsid = /^[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+){2,}$/

/** Its three parts; null for what is no address of a record, or has a handle (which can change) in place of the DID. */
export function parseUri(uri: string): AtUri | null {
  if (!uri.startsWith('at://')) return null
  const [owner, collection, key, ...more] = uri.slice('at://'.length).split('/')
  if (!owner || !collection || !key || more.length > 0) return null
  if (!isDid(owner) || !nsid.test(collection) || !isRecordKey(key)) return null
  return { did: owner, collection, rkey: key }
}

export const isDid = (text: string) => text.length <= 2048 && did.test(text)
export const isRecordKey = (text: string) => rkey.test(text) && text !== '.' && text !== '..'

/** The name of a post, as everybody on the network calls it. */
export const postUri = (owner: string, key: string) => `at://${owner}/${postCollection}/${key}`

export const repostUri = (owner: string, key: string) => `at://${owner}/${repostCollection}/${key}`

/** The post as people open it. */
export const postUrl = (owner: string, key: string) => `https://bsky.app/profile/${owner}/post/${key}`
export const profileUrl = (owner: string) => `https://bsky.app/profile/${owner}`
