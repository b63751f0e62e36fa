/** The file beside the data that says who was forgotten, in hashes: a restored backup is older, and does not know it. */
import { mkdirSync, readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export const forgottenFile = (data: string): string => join(data, 'forgotten.jsonl')

/** Adds lines at its end; they are on the disk when it resolves. */
export async function append(path: string, lines: readonly object[]): Promise<void> {
  if (lines.length === 0) return
  mkdirSync(dirname(path), { recursive: true })
  const file = await open(path, 'a', 0o600)
  try {
    // A crash may have cut the last line short: ours begin on lines of their own.
    await file.appendFile(`\n${lines.map((line) => JSON.stringify(line)).join('\n')}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Empty where there is none. A line that was cut short by a crash is no line: nothing was erased by it. */
export function read<T>(path: string): T[] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
  return text.split('\n').flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as T]
    } catch {
      return []
    }
  })
}
