/** What a channel tells us, in our words: somebody said something, said it otherwise, took it back, passed it on, or left. */
export type Heard =
  | { is: 'said'; message: Said }
  | { is: 'edited'; message: Said }
  /** A message, or that one was passed on. */
  | { is: 'deleted'; source: string; id: string; at: Date }
  /** Without a word of their own: `target` is the message of ours that they passed on, `id` the channel's name for the act. */
  | { is: 'passed-on'; source: string; id: string; target: string; author: Author; at: Date }
  | { is: 'author'; source: string; authorId: string; now: 'here' | 'hidden' | 'gone'; at: Date }

/** One thing somebody said, as it comes from a channel and before it is filed. Every string is text, never markup. */
export type Said = {
  /** The channel's own name for it; unique within its source. */
  id: string
  /** Who vouches for it: the account, host or file it verifiably came from. Never taken from the message's own words. */
  source: string
  at: Date
  author: Author
  text: string
  /** A subject or headline, where the channel has one. */
  title: string | null
  /** The original on its channel, for people to open. */
  url: string | null
  /** Languages the channel declares (BCP 47): a hint, not the truth. */
  langs: readonly string[]
  inReplyTo: string | null
  /** The message that it quotes. */
  quotes: string | null
  links: readonly string[]
  /** Handles or ids of who is named in it. */
  mentions: readonly string[]
  tags: readonly string[]
  images: readonly { url: string | null; alt: string }[]
  /** Why the channel thinks it concerns us. Empty: only a listener, or a thread we hold, can bring it in. */
  reasons: readonly ChannelReason[]
}

/** What is searched as its words are, and stands beside them. */
export type Beside = Pick<Said, 'mentions' | 'tags' | 'images'>

/** Something that goes by: of it only the words were read, for most of what a whole network says concerns nobody here. */
export interface Passing {
  readonly id: string
  /** Who said it, and vouches for it. */
  readonly source: string
  readonly text: string
  readonly inReplyTo: string | null
  /** It carries no links, images, tags, names or quotes beside its words. */
  readonly bare: boolean
  /** Of what it carries beside its words what is searched as they are; null where there is nothing, or where it makes no sense. */
  beside(): Beside | null
  /** All of it; null where that makes no sense. */
  whole(): Said | null
}

/** What goes by with the rest. */
export type Overheard = Heard | { is: 'passing'; message: Passing }

/** With all that it says. Null: what goes by makes no sense. */
export function inFull(overheard: Overheard): Heard | null {
  if (overheard.is !== 'passing') return overheard
  const message = overheard.message.whole()
  return message && { is: 'said', message }
}

export type Author = {
  /** What never changes when they rename themselves (a DID, an account number, a feed's author name). */
  id: string
  handle: string | null
  name: string | null
  avatar: string | null
  url: string | null
  /** True for our own account: what it says is our word, not theirs. */
  us: boolean
  /** What their profile says of them; absent: the channel did not tell. `proven`: the page links back (`rel="me"`). */
  about?: { bio: string | null; links: readonly { url: string; proven: boolean }[] }
}

/** `room`: said in a room of ours (a comment under our post, a mail to our mailbox, a row of an archive). */
export type ChannelReason = 'mention' | 'reply' | 'quote' | 'room'

/** Why a message stands in the desk. `thread`: it continues a conversation we hold. */
export type Reason = ChannelReason | 'thread' | `listener:${string}`
