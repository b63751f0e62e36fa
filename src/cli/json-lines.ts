/** Files of one JSON object a line, as commands read and write them: a bad line is told and left out, and the rest is answered. */
import { isUtf8 } from 'node:buffer'
import { type Line, longestLine } from './lines.ts'
import { printable } from './printable.ts'

/** `id` is as it was written, in JSON: `"a"`, `7`, and a number of twenty digits whole. `key` tells ids apart. */
export type Named = { id: string; key: string }
/** Why a line was left out, in words. */
export class BadLine extends Error {
  override name = 'BadLine'
}

/** Null for an empty line, and for one that can't be read, which is counted and told. */
export function readOr<T>(line: Line, path: string, bad: { lines: number }, read: (line: Line) => T | null): T | null {
  try {
    return read(line)
  } catch (error) {
    if (!(error instanceof BadLine)) throw error
    bad.lines++
    told(path, line, error.message)
    return null
  }
}

export function told(path: string, line: Line, what: string): void {
  console.error(printable(`${path === '-' ? 'stdin' : path} line ${line.number}: ${what}`))
}

export type Fields = Record<string, unknown>

/** Null: the line is empty. Throws BadLine. */
export function objectIn(line: Line): { value: Fields; text: string } | null {
  if (line.is === 'too-long') throw new BadLine(`it is longer than ${longestLine / 1024 / 1024} MB`)
  if (!isUtf8(line.bytes)) throw new BadLine('it is not UTF-8')
  const text = withoutMark(line.bytes.toString())
  if (text.trim() === '') return null
  const value = parsed(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new BadLine('it is not a JSON object')
  return { value: value as Fields, text }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    // V8 quotes the line; its place is enough.
    const [, place] = /at position (\d+)/.exec((error as Error).message) ?? []
    throw new BadLine(place === undefined ? 'it is not JSON' : `it is not JSON: see its character ${Number(place) + 1}`)
  }
}

const withoutMark = (text: string) => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
export const missing = (value: unknown) => (value === undefined ? ', and there is none' : '')

export function idOf(id: unknown, text: string): Named {
  if (typeof id === 'string') return { id: JSON.stringify(id), key: id }
  if (typeof id !== 'number') throw new BadLine(`"id" must be a text or a number${missing(id)}`)
  const written = Number.isSafeInteger(id) ? String(id) : asWritten(text)
  return { id: written, key: written }
}

/** Beyond 2^53 a number is read as another one; its digits are what was meant. */
function asWritten(text: string): string {
  let digits = ''
  JSON.parse(text, function (this: unknown, key: string, value: unknown, context?: { source?: string }) {
    if (key === 'id') digits = context?.source ?? String(value)
    return value
  } as (key: string, value: unknown) => unknown)
  return digits
}

/** Waits where the reader is slower than we are. `write` is false once the reader has gone (head, say): it has enough. */
export function outlet() {
  const { stdout } = process
  let gone = false
  let goOn = () => {}
  stdout.on('drain', () => goOn())
  stdout.on('error', () => {
    gone = true
    goOn()
  })
  return {
    async write(text: string): Promise<boolean> {
      const full = text !== '' && !gone && !stdout.write(text)
      if (full) await new Promise<void>((done) => (goOn = done))
      return !gone
    },
  }
}
