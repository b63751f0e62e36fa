/** A post of the network that goes by, of which a glimpse was caught: the same for every room that hears it. */
import type { Beside, Passing, Said } from '../../domain/message/heard.ts'
import { postUri } from './at-uri.ts'
import { type Glimpse, names } from './glance.ts'
import { postRecord } from './post-record.ts'
import { besideWords, said } from './translate.ts'
import { parsed } from './wire.ts'

export class PassingPost implements Passing {
  readonly source: string
  readonly text: string
  readonly inReplyTo: string | null
  readonly bare: boolean
  readonly #glimpse: Glimpse
  readonly #seen: Date
  #whole: Said | null | undefined

  constructor(glimpse: Glimpse, seen: Date) {
    this.source = glimpse.did
    this.text = glimpse.text
    this.inReplyTo = glimpse.parent
    this.bare = glimpse.beside.length === 0
    this.#glimpse = glimpse
    this.#seen = seen
  }

  get id(): string {
    return postUri(this.source, this.#glimpse.rkey)
  }

  /** Whether this account stands in it, as its author or anywhere in what it says. */
  names(account: string): boolean {
    return names(this.#glimpse, account)
  }

  beside(): Beside | null {
    if (this.bare) return null
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
