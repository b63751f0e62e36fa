/** A post of the network that goes by, of which a glimpse was caught: the same for every room that hears it. */
import type { Beside, Passing, Said } from '../../domain/message/heard.ts'
import { postUri } from './at-uri.ts'
import type { Glimpse } from './glance/glance.ts'
import { postRecord } from './post-record.ts'
import { besideWords, once, said } from './translate.ts'
import { parsed } from './wire.ts'

export class PassingPost implements Passing {
  readonly #glimpse: Glimpse
  readonly #seen: Date
  #text: string | undefined
  #whole: Said | null | undefined

  constructor(glimpse: Glimpse, seen: Date) {
    this.#glimpse = glimpse
    this.#seen = seen
  }

  get source(): string {
    return this.#glimpse.did
  }

  get id(): string {
    return postUri(this.#glimpse.did, this.#glimpse.rkey)
  }

  get text(): string {
    this.#text ??= this.#glimpse.text
    return this.#text
  }

  get inReplyTo(): string | null {
    return this.#glimpse.parent
  }

  get bare(): boolean {
    return this.#glimpse.isBare
  }

  /** Whether this account stands in it, as its author or anywhere in what it says. */
  names(account: string): boolean {
    return this.#glimpse.hasAccount(account)
  }

  beside(): Beside | null {
    if (this.bare) return null
    const { names } = this.#glimpse
    if (names) return { mentions: once(names.mentions), tags: once(names.tags), images: [] }
    // A record that says no more than what stands beside its words.
    const record = postRecord(parsed(`{"text":"",${this.#glimpse.beside.join(',')}}`))
    return record && besideWords(record, this.source)
  }

  /** As it is to everybody whose account it does not name. */
  whole(): Said | null {
    if (this.#whole === undefined) this.#whole = this.wholeTo(nobody)
    return this.#whole
  }

  /** As it is to this account. */
  wholeTo(account: string): Said | null {
    const { did, rkey, record } = this.#glimpse
    return said({ did, rkey, record: parsed(record), at: this.#seen }, account)
  }
}

const nobody = ''
