/** A message as standing queries ask it: what no query asks for is not read, and not understood. */
import type { Post } from '../../listening/post.ts'
import type { Passing, Said } from './heard.ts'
import { found, type Understood } from './understood.ts'

export type Place = { room: string; channel: string }

export class AskedPost implements Post {
  readonly room: string
  readonly channel: string
  readonly #of: Said | Passing
  /** What says more than words; null: nothing does. */
  readonly #more: Said | null
  readonly #understoodBy: (said: Said) => Understood

  constructor(of: Said | Passing, { room, channel }: Place, understoodBy: (said: Said) => Understood) {
    this.#of = of
    this.room = room
    this.channel = channel
    this.#more = 'whole' in of ? (of.bare ? null : of.whole()) : of
    this.#understoodBy = understoodBy
  }

  get text() {
    return this.#of.text
  }
  get title() {
    return this.#more?.title
  }
  get links() {
    return this.#more?.links
  }
  get mentions() {
    return this.#more?.mentions
  }
  get tags() {
    return this.#more?.tags
  }
  get images() {
    return this.#more?.images
  }
  get quotes() {
    return this.#more?.quotes
  }
  get inReplyTo() {
    return this.#of.inReplyTo
  }
  get author() {
    return 'author' in this.#of ? this.#of.author : { id: this.#of.source }
  }
  get at() {
    return this.#whole?.at
  }
  get labels() {
    return this.#found?.labels
  }
  get langs() {
    return this.#found?.langs ?? this.#whole?.langs
  }

  get #whole(): Said | null {
    return 'whole' in this.#of ? this.#of.whole() : this.#of
  }
  get #found() {
    const said = this.#whole
    return said === null || said.author.us ? null : found(this.#understoodBy(said), said.langs)
  }
}
