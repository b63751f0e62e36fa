import { barePrefix, pair, prefix } from './agreed/kinds.ts'
import { Beginnings } from './beginnings.ts'
import type { Core } from './core.ts'
import { guessed } from './guess.ts'

/**
 * The terms that the standing queries ask for, each once, by a number: words, beginnings of words, pairs of words that
 * follow each other, and what a field holds. The core keeps them.
 */
export class Terms {
  readonly #core: Core
  readonly #beginnings: Beginnings

  constructor(core: Core) {
    this.#core = core
    this.#beginnings = new Beginnings(core)
  }

  /** The number of a term that is spelled out; 0: nobody asks for it. */
  named(kind: number, text: string): number {
    const { calls } = this.#core
    const units = this.#core.write(text)
    return calls.find(kind, units, text.length, calls.hashFor(kind, units, text.length))
  }

  /** The number of a term that one more query uses. */
  use(kind: number, text: string): number {
    return this.#used(kind, this.#core.write(text), text.length, text)
  }

  /** One query less uses it. A term that nobody uses is forgotten. */
  drop(term: number): void {
    const { calls } = this.#core
    if (isBeginning(calls.kindOf(term)) && calls.usesOf(term) === 1)
      this.#beginnings.count(calls.unitsOf(term), calls.lengthOf(term), -1)
    calls.drop(term)
  }

  kindOf = (term: number): number => this.#core.calls.kindOf(term)

  hashOf = (term: number): number => this.#core.calls.hashOfTerm(term)

  textOf = (term: number): string => this.#core.text(this.#core.calls.unitsOf(term), this.#core.calls.lengthOf(term))

  /** Of the beginning of a word: what its first three units are found by. */
  stemOf = (term: number): number => this.#core.calls.stemOf(this.#core.calls.unitsOf(term))

  /** In what share of messages it stands: as far as we met it, and until then as its looks say. */
  rate = (term: number): number => this.#core.calls.rate(term)

  /** The number of a pair of terms that one more query uses. */
  usePair(first: number, second: number): number {
    const { calls } = this.#core
    calls.follow(first, second)
    const units = calls.scratch(pairUnits * 2)
    this.#core.numbers.set([first, second], units >>> 2)
    return this.#used(pair, units, pairUnits, '')
  }

  #used(kind: number, units: number, count: number, text: string): number {
    const { calls } = this.#core
    const term = calls.use(kind, units, count)
    if (calls.usesOf(term) > 1) return term
    calls.guess(term, guessed(kind, text))
    if (isBeginning(kind)) this.#beginnings.count(calls.unitsOf(term), count, 1)
    return term
  }

  /** Notes that a word has one form more, or less, that is asked for by its case. */
  countCased = (word: number, by: 1 | -1): void => this.#core.calls.countCased(word, by)
}

/** A pair is spelled as the numbers of its two terms. */
const pairUnits = 4

const isBeginning = (kind: number): boolean => kind === prefix || kind === barePrefix
