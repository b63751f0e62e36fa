/** A word's hash is made unit by unit, while it is read (FNV-1a). It only finds sooner what is then compared. */
export const seed = 0x2c1b3c6d

/** One unit more. */
export const step = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)

export function hashOf(units: Uint16Array, from: number, to: number): number {
  let hash = seed
  for (let i = from; i < to; i++) hash = step(hash, units[i] as number)
  return hash
}

/** The hash of two words that follow each other. */
export const pairHash = (first: number, second: number): number => step(Math.imul(first, 0x9e3779b1), second)

export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length)
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i)
  return units
}
