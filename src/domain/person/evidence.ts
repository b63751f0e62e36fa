/** Whether two names are one human: each piece of evidence with its weight, what speaks against it, and what they come to together. Pure. */
import type { Id } from '../../lib/ids.ts'
import { likenessOf } from './like-names.ts'
import { keyOfHandle } from './said-so.ts'

/** A name on a channel with what a look-up found. Keys are as the database spells them. */
export type Named = {
  channel: string
  name: string | null
  handle: string | null
  bio: string | null
  handleKey: string | null
  mailKey: string | null
  linkKey: string | null
  /** `shared`: how many profiles of the workspace name it. */
  links: readonly { key: string; proven: boolean; shared: number }[]
  /** The other names that they gave of themselves in messages. */
  said: readonly ({ handle: string } & Place)[]
  /** How many bear its handle key, where most on one channel do; a handle is unique there, but for its dots and hosts. */
  handleShared: number
  /** How many bear it with a number behind: who came later to a handle that many like. */
  handleNumbered: number
  /** How many bear its name, where most on one channel do. */
  nameShared: number
}

type Place = { conversation: Id; message: Id }

/** `in`: where they said so. */
export type Evidence = { kind: EvidenceKind; value: string; weight: number; in?: Place }
type EvidenceKind = 'each-other' | 'mail' | 'said' | 'domain' | 'page' | 'link' | 'handle' | 'name' | 'bio'

/** Suggested from here on. One strong piece is enough; a shared handle needs a like name or bio beside it. */
export const suggestedFrom = 0.75

/** Independent pieces: each takes its share of the doubt that the others leave. In [0, 1). */
export const scoreOf = (evidence: readonly Evidence[]): number =>
  1 - evidence.reduce((doubt, { weight }) => doubt * (1 - weight), 1)

/** Only who controls both pages can make each name the other: that joins by itself, unless they bear names of two people, as authors of one blog do. */
export const isProof = (evidence: readonly Evidence[]): boolean => evidence.some(({ kind }) => kind === 'each-other')

/** The strongest first. A like name or bio alone is none: namesakes are common. */
export function evidenceBetween(one: Named, other: Named): Evidence[] {
  const names = likenessOf(one.name, other.name)
  // A couple shares a mailbox, colleagues a site, and fans name the page of their star.
  const doubted = names.is === 'other' || isOfAnother(one) !== isOfAnother(other)
  const proof = doubted ? null : (eachOther(one, other) ?? eachOther(other, one))
  const found = [
    sameMail(one, other),
    domain(one, other) ?? domain(other, one),
    proof ? null : (page(one, other) ?? page(other, one)),
    saidSo(one, other),
    saidSo(other, one),
    sameLink(one, other),
    sameHandle(one, other),
  ].filter((it) => it !== null)
  if (proof === null && found.length === 0) return []
  const pieces = doubted ? found.map((it) => ({ ...it, weight: it.weight / 2 })) : found
  const beside = doubted ? [] : [likeName(one, other, names), likeBio(one, other)].filter((it) => it !== null)
  return [...(proof ? [proof] : []), ...pieces, ...beside].sort((a, b) => b.weight - a.weight)
}

const piece = (kind: EvidenceKind, value: string, weight: number): Evidence => ({ kind, value, weight })

function eachOther(one: Named, other: Named): Evidence | null {
  const page = other.linkKey
  if (page === null || one.channel === other.channel) return null
  return one.links.some(({ key, proven }) => proven && key === page) ? piece('each-other', page, 0.99) : null
}

// A mailbox that a house shares says little of who writes from it.
const sharedMailbox =
  /^(info|office|contact|kontakt|hello|hallo|mail|team|support|sales|admin|no-?reply|service|post|shop|jobs|press|billing|orders|accounts)@/

/** Two may write from one address, each with a name of their own. */
function sameMail(one: Named, other: Named): Evidence | null {
  if (one.mailKey === null || one.mailKey !== other.mailKey || one.channel === other.channel) return null
  if (sharedMailbox.test(one.mailKey)) return piece('mail', one.mailKey, 0.3)
  const unalike = one.name !== null && other.name !== null && likenessOf(one.name, other.name).is !== 'like'
  return piece('mail', one.mailKey, unalike ? 0.7 : 0.95)
}

// Channels on which a handle is a domain only for who controls that domain.
const vouching: ReadonlySet<string> = new Set(['bluesky'])

function domain(one: Named, other: Named): Evidence | null {
  const handle = one.handle?.toLowerCase() ?? ''
  if (!vouching.has(one.channel) || !handle.includes('.') || handle.endsWith('.bsky.social')) return null
  const pages = [other.linkKey, ...other.links.map(({ key }) => key)]
  return pages.some((key) => key?.split('/')[0] === handle) ? piece('domain', handle, 0.85) : null
}

/** Says "this is me too" of a page that does not say it back: so do fans of theirs, and bots. */
function page(one: Named, other: Named): Evidence | null {
  const page = other.linkKey
  if (page === null || one.channel === other.channel) return null
  return one.links.some(({ key }) => key === page) ? piece('page', page, 0.6) : null
}

/** Anybody can say so of anybody: it waits for a teammate, also where both say it. */
function saidSo({ said }: Named, other: Named): Evidence | null {
  const handle = other.handle?.toLowerCase().replace(/^@/, '')
  const isRare = (other.handleKey?.length ?? 0) >= shortestHandle && other.handleShared <= mostHaving
  const it = said.find(
    (it) =>
      it.handle === handle || it.handle === other.mailKey || (isRare && keyOfHandle(it.handle) === other.handleKey),
  )
  if (it === undefined) return null
  return { ...piece('said', it.handle, 0.8), in: { conversation: it.conversation, message: it.message } }
}

/** A page that so many name is that of a house, a club or a star. */
const mostNaming = 6

function sameLink(one: Named, other: Named): Evidence | null {
  const shared = one.links.find(({ key, shared }) => shared <= mostNaming && other.links.some((it) => it.key === key))
  if (!shared) return null
  const bothProven = shared.proven && other.links.some(({ key, proven }) => proven && key === shared.key)
  return piece('link', shared.key, bothProven ? 0.8 : 0.5)
}

const shortestHandle = 4
/** A handle that so many have on one channel, with other dots or at other hosts, says nothing. */
const mostHaving = 4

/** A mail address has been compared as a whole. Two who are called the same may both have made a handle of it. */
function sameHandle(one: Named, other: Named): Evidence | null {
  const key = one.handleKey
  if (key === null || key !== other.handleKey || one.channel === other.channel) return null
  if (one.mailKey !== null && one.mailKey === other.mailKey) return null
  if (key.length < shortestHandle || Math.max(one.handleShared, other.handleShared) > mostHaving) return null
  const ofName = isMadeOf(key, one.name) || isMadeOf(key, other.name)
  const liked = one.handleShared > 1 || Math.max(one.handleNumbered, other.handleNumbered) > 0
  const weight = ofName ? (liked ? 0.3 : isCommon(one, other) ? 0.45 : 0.55) : liked ? 0.4 : 0.7
  return piece('handle', one.handle ?? key, weight)
}

/** The rarer way in which they write their name says how many are called so. */
const isCommon = (one: Named, other: Named): boolean => Math.min(one.nameShared, other.nameShared) > 1

/** Whether a word of a full name stands in the handle, and no number of their own beside it. */
function isMadeOf(handleKey: string, name: string | null): boolean {
  const words = wordsOf(name)
  return words.size > 1 && !/\d\d/.test(handleKey) && [...words].some((it) => it.length > 2 && handleKey.includes(it))
}

function likeName(one: Named, other: Named, { is, words }: ReturnType<typeof likenessOf>): Evidence | null {
  const weight = is === 'like' ? (words <= 1 ? 0.4 : isCommon(one, other) ? 0.55 : 0.6) : words >= 1 ? 0.25 : 0
  return weight > 0 ? piece('name', other.name ?? '', weight) : null
}

function likeBio(one: Named, other: Named): Evidence | null {
  const [a, b] = [wordsOf(one.bio), wordsOf(other.bio)]
  return Math.min(a.size, b.size) >= 4 && overlap(a, b) >= 0.5 ? piece('bio', other.bio ?? '', 0.5) : null
}

// Accounts that say themselves whose they are not.
const ofAnother =
  /(?<!\p{L})(bot|fans?|fanclub|fanpage|parody|parodie|unofficial|inoffiziell|mirror|quotes|zitate)(?!\p{L})/iu

const isOfAnother = ({ name, handle }: Named): boolean =>
  ofAnother.test(name ?? '') || ofAnother.test(handle?.replaceAll(/[_.\d-]/g, ' ') ?? '')

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
