/** What one workspace's teammates taught: their corrections, as features without words, and the weights that follow. */
import type { Intent } from './understanding.ts'

/** What a teammate said of a message. What a label leaves out is not said. */
export type Correction = { text: string; label: Partial<Record<Intent, boolean>> & { mood?: number; about?: boolean } }

export type Learned = { readonly corrections: readonly Correction[] }

/** With one correction more. */
export function learn(learned: Learned | undefined, correction: Correction): Learned {
  return { corrections: [...(learned?.corrections ?? []), correction] }
}

/** As bytes, to be kept in a table. */
export function encodeLearned(learned: Learned): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(learned))
}

/** Throws where the bytes are not what `encodeLearned` gave. */
export function decodeLearned(bytes: Uint8Array): Learned {
  return JSON.parse(new TextDecoder().decode(bytes)) as Learned
}
