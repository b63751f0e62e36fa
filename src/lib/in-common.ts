/** Gives what was made by this name before; else makes it, for all who ask for it later. */
export type InCommon = <T>(name: string, make: () => T) => T

export function inCommon(): InCommon {
  const made = new Map<string, unknown>()
  return <T>(name: string, make: () => T): T => {
    if (!made.has(name)) made.set(name, make())
    return made.get(name) as T
  }
}
