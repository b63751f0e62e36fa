/** A generated set of people with names on channels, and of whom each name is. Its own code throughout: it knows nothing of the rules. */
import type { Author } from '../../src/domain/message/heard.ts'
import { commonFamilies, doers, givens, likings, otherFamilies, syllables, things, towns, trades } from './words.ts'

/** One name on a channel. `human` says whose it truly is; `kind` how that human was made. */
export type Name = { human: number; kind: string; channel: string; author: Author }
export type Made = { recipe: string; seed: number; names: readonly Name[] }

/** In [0, 1). */
export type Dice = () => number

/** Somebody before they have a name anywhere. */
export type Human = {
  id: number
  kind: string
  given: string
  family: string
  short: string
  /** Their name in other letters; else as usual. */
  other: string
  trade: string
  likes: readonly string[]
  town: string
}

export class Maker {
  readonly names: Name[] = []
  readonly #dice: Dice
  readonly #taken = new Map<string, number>()
  #humans = 0

  constructor(seed: number) {
    this.#dice = tumbler(seed)
  }

  chance = (of: number): boolean => this.#dice() < of
  number = (below: number): number => Math.floor(this.#dice() * below)
  pick = <T>(all: readonly T[]): T => all[this.number(all.length)] as T

  human(kind: string, likeness: Partial<Human> = {}): Human {
    const given = this.pick(givens)
    const other = given.other === undefined ? undefined : this.pick(otherFamilies)
    const family = other?.[0] ?? (this.chance(0.25) ? this.pick(commonFamilies) : this.family())
    return {
      id: this.#humans++,
      kind,
      given: given.full,
      family,
      short: given.short ?? given.full,
      other: other ? `${given.other} ${other[1]}` : `${given.full} ${family}`,
      trade: this.pick(trades),
      likes: [this.pick(likings), this.pick(likings)],
      town: this.pick(towns),
      ...likeness,
    }
  }

  family(): string {
    const made = Array.from({ length: 2 + this.number(2) }, () => this.pick(syllables)).join('')
    return made.charAt(0).toUpperCase() + made.slice(1)
  }

  /** A word of their own, mostly; one in seven is put together of words that others put together too. */
  invented = (): string => {
    const word = Array.from({ length: 3 }, () => this.pick(syllables)).join('')
    const found = this.chance(0.15)
      ? this.pick(things)
      : this.chance(0.5)
        ? word
        : this.pick(syllables) + this.pick(things)
    return `${found}${this.chance(0.6) ? this.pick(doers) : ''}${this.chance(0.3) ? this.number(90) + 10 : ''}`
  }
  /** As people make it from their name. */
  ofName = ({ given, family }: Human): string =>
    plain(this.pick([`${given}${family}`, `${given.charAt(0)}${family}`, `${given}${family}${1950 + this.number(60)}`]))
  bio = ({ trade, likes, town }: Human): string =>
    this.pick([
      `${trade} in ${town}. ${likes.join(', ')}.`,
      `${likes.join(' and ')} | ${town} | ${trade}`,
      `Loves ${likes.join(', ')}; ${trade} from ${town}`,
    ])

  /** A letter too many, one missing, or two that changed places. */
  misspelt(word: string): string {
    const at = 1 + this.number(Math.max(1, word.length - 2))
    switch (this.number(3)) {
      case 0:
        return word.slice(0, at) + word.charAt(at) + word.slice(at)
      case 1:
        return word.slice(0, at) + word.slice(at + 1)
      default:
        return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
    }
  }

  /** Where a handle may have dots and strokes. */
  dotted = (handle: string): string => {
    const at = 3 + this.number(Math.max(1, handle.length - 5))
    return this.chance(0.3) && handle.length > 6
      ? handle.slice(0, at) + this.pick(['_', '.', '-']) + handle.slice(at)
      : handle
  }

  /** As every channel has it, a handle is of one alone: the second who likes it gets a number behind it. */
  free(human: Human, channel: string, handle: string): string {
    for (let number = 0; ; number++) {
      const mine = number === 0 ? handle : `${handle}${number + 1}`
      const key = `${channel} ${mine.toLowerCase()}`
      if ((this.#taken.get(key) ?? human.id) !== human.id) continue
      this.#taken.set(key, human.id)
      return mine
    }
  }

  /** Until there are so many people and so many names: each further one has as many names as are left for each, at most five. */
  fill({ people, names }: { people: number; names: number }, work: (human: Human, many: number) => void): void {
    const made = new Set(this.names.map(({ human }) => human)).size
    for (let left = people - made; left > 0; left--) {
      const many = Math.min(5, Math.max(1, Math.ceil((names - this.names.length) / left)))
      work(this.human(many === 1 ? 'one name alone' : 'one handle everywhere'), many)
    }
  }

  /** Says something on a channel under a name. `handle`: as they like it, without the channel's own ends; mail: the address. */
  speaks(
    human: Human,
    channel: string,
    it: {
      handle?: string
      name?: string | null
      bio?: string
      links?: readonly string[]
      proven?: readonly string[]
    } = {},
  ): void {
    const liked = it.handle ?? this.invented()
    const handle = liked.includes('@') || channel === 'feed' ? liked : this.free(human, channel, liked)
    const key = `${channel}${this.names.length}`
    const spelt = spellings[channel]?.(handle, key) ?? { id: handle, handle, url: null }
    const { links = [], proven = [] } = it
    const author: Author = {
      ...spelt,
      name: it.name === undefined ? `${human.given} ${human.family}` : it.name,
      avatar: null,
      us: false,
    }
    if (it.bio !== undefined || links.length > 0 || proven.length > 0)
      author.about = {
        bio: it.bio ?? null,
        links: [...links.map((url) => ({ url, proven: false })), ...proven.map((url) => ({ url, proven: true }))],
      }
    this.names.push({ human: human.id, kind: human.kind, channel, author })
  }
}

export const social = ['bluesky', 'mastodon', 'forum', 'hackernews'] as const

type Spelt = Pick<Author, 'id' | 'handle' | 'url'>
const spellings: Record<string, (handle: string, key: string) => Spelt> = {
  bluesky: (handle, key) => {
    const whole = handle.includes('.example') ? handle : `${handle.replaceAll(/[._]/g, '-')}.bsky.social`
    return { id: `did:plc:${key}`, handle: whole, url: `https://bsky.app/profile/${whole}` }
  },
  mastodon: (handle, key) => ({ id: key, handle: `@${handle}@social.example`, url: page('mastodon', handle) }),
  forum: (handle, key) => ({ id: key, handle, url: page('forum', handle) }),
  hackernews: (handle, key) => ({ id: `${handle} ${key}`, handle, url: page('hackernews', handle) }),
  feed: (handle, key) => ({ id: `feed ${key}`, handle: null, url: `https://${handle}/` }),
  email: (mail) => ({ id: mail, handle: mail, url: null }),
  archive: (mail) => ({ id: mail, handle: mail, url: null }),
}

/** Where a handle's page stands. */
export const page = (channel: string, handle: string): string =>
  ({
    bluesky: `https://bsky.app/profile/${handle.replaceAll(/[._]/g, '-')}.bsky.social`,
    mastodon: `https://social.example/@${handle}`,
    forum: `https://forum.example/u/${handle}`,
  })[channel] ?? `https://news.example/user?id=${handle}`

/** Letters alone, as an address may have them. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ü', 'ue')
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]/g, '')

/** xorshift: the same numbers for the same seed. */
function tumbler(seed: number): Dice {
  let state = seed * 2_654_435_761 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}
