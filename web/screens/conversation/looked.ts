/** When this teammate last looked at each conversation, on this device: for the line "New since you looked". */

const key = 'earshot.looked'
/** The oldest looks are forgotten first. */
const kept = 500

export const lookedAt = (id: string): string | null => new Map(read()).get(id) ?? null

/** Remembers that all up to `at` was seen. */
export function look(id: string, at: string): void {
  const others = read().filter(([other]) => other !== id)
  localStorage.setItem(key, JSON.stringify([...others, [id, at]].slice(-kept)))
}

function read(): [id: string, at: string][] {
  try {
    const looks: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(looks) ? looks : []
  } catch {
    return []
  }
}
