/** What a draft is looked at for before it leaves: advice with its reason, and never a wall. */
import type { Charter } from '../charter.ts'
import type { Kind } from './kinds.ts'

/** `found`: what of the draft it points at. `about`: the same without anything of a person, by which it learns. */
export type Found = { readonly found: string; readonly about: string }
export type Warning = Found & { readonly is: Kind }

export type Draft = {
  readonly text: string
  readonly charter: Charter
  /** What it answers; null: we speak first. */
  readonly asked: { readonly text: string; readonly labels: readonly string[] } | null
  /** Their name and handle, as far as we know them. */
  readonly theirNames: readonly string[]
  /** The teammate's and our account's. */
  readonly ourNames: readonly string[]
  /** Nobody of us has spoken there yet. */
  readonly firstWord: boolean
  /** How many characters the room takes; null: any number. */
  readonly limit: number | null
  /** What we said lately in other rooms. */
  readonly elsewhere: readonly { readonly room: string; readonly text: string }[]
}

/** Every place in the draft that it points at. */
export type Check = (draft: Draft) => readonly Found[]
