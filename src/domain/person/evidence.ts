/** Whether two names are one human: each piece of evidence with its weight, and what they come to together. Pure. */

/** A name on a channel with what a look-up found. Keys are as the database spells them. */
export type Named = {
  channel: string
  name: string | null
  handle: string | null
  bio: string | null
  handleKey: string | null
  mailKey: string | null
  linkKey: string | null
  links: readonly { key: string; proven: boolean }[]
  /** How many identities of the workspace share its handle key. */
  handleShared: number
}

export type Evidence = { kind: EvidenceKind; value: string; weight: number }
type EvidenceKind = 'each-other' | 'mail' | 'domain' | 'link' | 'handle' | 'name' | 'bio'

/** Suggested from here on. One strong piece is enough; a shared handle needs a like name or bio beside it. */
export const suggestedFrom = 0.75

/** Independent pieces: each takes its share of the doubt that the others leave. In [0, 1). */
export const scoreOf = (evidence: readonly Evidence[]): number =>
  1 - evidence.reduce((doubt, { weight }) => doubt * (1 - weight), 1)

/** Only who controls both pages can make each name the other: that joins by itself. */
export const isProof = (evidence: readonly Evidence[]): boolean => evidence.some(({ kind }) => kind === 'each-other')

/** The strongest first. A like name or bio alone is none: namesakes are common. */
export function evidenceBetween(one: Named, other: Named): Evidence[] {
  const found = [
    eachOther(one, other) ?? eachOther(other, one),
    sameMail(one, other),
    domain(one, other) ?? domain(other, one),
    sameLink(one, other),
    rareHandle(one, other),
  ].filter((it) => it !== null)
  if (found.length === 0) return []
  const beside = [likeName(one, other), likeBio(one, other)].filter((it) => it !== null)
  return [...found, ...beside].sort((a, b) => b.weight - a.weight)
}

const piece = (kind: EvidenceKind, value: string, weight: number): Evidence => ({ kind, value, weight })

function eachOther(one: Named, other: Named): Evidence | null {
  const page = other.linkKey
  if (page === null || one.channel === other.channel) return null
  return one.links.some(({ key, proven }) => proven && key === page) ? piece('each-other', page, 0.99) : null
}

// A mailbox that a house shares says little of who writes from it.
const sharedMailbox = /^(info|office|contact|kontakt|hello|hallo|mail|team|support|sales|admin|no-?reply|service|post)@/

function sameMail(one: Named, other: Named): Evidence | null {
  if (one.mailKey === null || one.mailKey !== other.mailKey || one.channel === other.channel) return null
  return piece('mail', one.mailKey, sharedMailbox.test(one.mailKey) ? 0.3 : 0.95)
}

// Channels on which a handle is a domain only for who controls that domain.
const vouching: ReadonlySet<string> = new Set(['bluesky'])

function domain(one: Named, other: Named): Evidence | null {
  const handle = one.handle?.toLowerCase() ?? ''
  if (!vouching.has(one.channel) || !handle.includes('.') || handle.endsWith('.bsky.social')) return null
  const pages = [other.linkKey, ...other.links.map(({ key }) => key)]
  return pages.some((key) => key?.split('/')[0] === handle) ? piece('domain', handle, 0.85) : null
}

function sameLink(one: Named, other: Named): Evidence | null {
  const shared = one.links.find(({ key }) => other.links.some((it) => it.key === key))
  if (!shared) return null
  const bothProven = shared.proven && other.links.some(({ key, proven }) => proven && key === shared.key)
  return piece('link', shared.key, bothProven ? 0.8 : 0.5)
}

/** So many may share a handle that still counts as rare. */
const rare = 4
const shortestHandle = 4

function rareHandle(one: Named, other: Named): Evidence | null {
  const key = one.handleKey
  if (key === null || key !== other.handleKey || one.channel === other.channel) return null
  if (key.length < shortestHandle || Math.max(one.handleShared, other.handleShared) > rare) return null
  return piece('handle', one.handle ?? key, 0.6)
}

function likeName(one: Named, other: Named): Evidence | null {
  const [a, b] = [wordsOf(one.name), wordsOf(other.name)]
  return a.size > 0 && overlap(a, b) >= 0.6 ? piece('name', other.name ?? '', a.size > 1 ? 0.5 : 0.4) : null
}

function likeBio(one: Named, other: Named): Evidence | null {
  const [a, b] = [wordsOf(one.bio), wordsOf(other.bio)]
  return Math.min(a.size, b.size) >= 4 && overlap(a, b) >= 0.5 ? piece('bio', other.bio ?? '', 0.5) : null
}

const wordsOf = (text: string | null): Set<string> =>
  new Set(
    text
      ?.normalize('NFKD')
      .toLowerCase()
      .replaceAll(/\p{M}/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  )

/** Shared words among all (Jaccard), in [0, 1]. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length
  return shared === 0 ? 0 : shared / (a.size + b.size - shared)
}
