/** A message as standing queries ask it: what no query asks for is not read, and not understood. */
import type { Post } from '../../listening/post.ts'
import type { Beside, Passing, Said } from './heard.ts'
import { found, type Understood } from './understood.ts'

/** `room` null: asked for all rooms that hear it. */
export type Place = { room: string | null; channel: string }

export class AskedPost implements Post {
  readonly room: string | null
  readonly channel: string
  readonly #of: Said | Passing
  readonly #beside: Beside | null
  readonly #understoodBy: (said: Said) => Understood

  constructor(of: Said | Passing, { room, channel }: Place, understoodBy: (said: Said) => Understood) {
    this.#of = of
    this.room = room
    this.channel = channel
    this.#beside = 'whole' in of ? of.beside() : of
    this.#understoodBy = understoodBy
  }

  get text() {
    return this.#of.text
  }
  get title() {
    return 'title' in this.#of ? this.#of.title : null
  }
  get links() {
    return this.#more?.links
  }
  get mentions() {
    return this.#beside?.mentions
  }
  get tags() {
    return this.#beside?.tags
  }
  get images() {
    return this.#beside?.images
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

  /** What says more than words; null: nothing does. */
  get #more(): Said | null {
    return 'whole' in this.#of && this.#of.bare ? null : this.#whole
  }
  get #whole(): Said | null {
    return 'whole' in this.#of ? this.#of.whole() : this.#of
  }
  get #found() {
    const said = this.#whole
    return said === null || said.author.us ? null : found(this.#understoodBy(said), said.langs)
  }
}
