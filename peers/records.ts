/** What an account said, read from its own repository: the truth that the desk's is compared with. */
import type { PeerAccount } from './bluesky.ts'

export type Said = { text: string; parent: string | null }

/** Everything that an account said, from its own repository; of a reply also the text of what it answers. */
export async function recordsOf(account: PeerAccount): Promise<Said[]> {
  const found: Said[] = []
  for (let cursor: string | undefined; ; ) {
    const { data } = await account.agent.com.atproto.repo.listRecords({
      repo: account.did,
      collection,
      limit: 100,
      cursor,
    })
    for (const { value } of data.records) {
      const { text, reply } = value as { text: string; reply?: { parent: { uri: string } } }
      found.push({ text, parent: reply ? await textOf(account, reply.parent.uri) : null })
    }
    cursor = data.cursor
    if (!cursor || data.records.length === 0) return found
  }
}
const collection = 'app.bsky.feed.post'
const texts = new Map<string, string>()

async function textOf(account: PeerAccount, uri: string): Promise<string> {
  const [, , repo = '', , rkey = ''] = uri.split('/')
  const known = texts.get(uri)
  if (known !== undefined) return known
  const { data } = await account.agent.com.atproto.repo.getRecord({ repo, collection, rkey })
  const { text } = data.value as { text: string }
  texts.set(uri, text)
  return text
}
