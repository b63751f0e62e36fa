import { type FieldName, field } from '../fields.ts'
import type { Post } from '../post.ts'
import { fact } from './agreed/kinds.ts'
import type { Core } from './core.ts'
import type { Terms } from './terms.ts'

/** What a field holds, spelled as the terms spell it. */
export const factText = (name: FieldName, value: string): string => `${name}:${value}`
export const fieldOf = (factText: string): FieldName => factText.slice(0, factText.indexOf(':')) as FieldName

/** What the fields of one message hold. A field is read when somebody asks for it, and once. */
export class Facts {
  readonly #core: Core
  readonly #terms: Terms
  readonly #taken = new Set<FieldName>()
  #post: Post | null = null

  constructor(core: Core, terms: Terms) {
    this.#core = core
    this.#terms = terms
  }

  begin(post: Post): void {
    this.#post = post
    if (this.#taken.size > 0) this.#taken.clear()
  }

  /** Whether a field holds what a fact says. */
  holds(name: FieldName, term: number): boolean {
    this.take(name)
    return this.#core.calls.isMet(term) !== 0
  }

  /** Takes in what a field holds, the first time it is asked for. */
  take(name: FieldName): void {
    if (this.#taken.has(name)) return
    this.#taken.add(name)
    for (const term of this.termsOf(name)) this.#core.calls.noteHit(term)
  }

  /** The terms that ask for what a field holds. */
  termsOf(name: FieldName): number[] {
    const it = field(name)
    if (this.#post === null || 'isTrue' in it) return []
    return [...it.holds(this.#post)].map((value) => this.#terms.named(fact, factText(name, value))).filter(Boolean)
  }
}
