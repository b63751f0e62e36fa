/** The lines of a file or of stdin, as bytes, however they come cut: it reads on only when they were taken. */
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { CommandRefused } from './refusals.ts'

export type Line = { is: 'line'; number: number; bytes: Buffer } | { is: 'too-long'; number: number }

/** Sixteen times the longest post that we know how to be slow with. */
export const longestLine = 16 * 1024 * 1024

/** Many lines at a time, in order, numbered from 1. `-` is stdin. Throws CommandRefused when it can't be read. */
export async function* linesOf(path: string): AsyncGenerator<Line[]> {
  const stream: Readable = path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 256 * 1024 })
  try {
    yield* cut(stream)
  } catch (error) {
    throw whyUnread(path, error)
  } finally {
    stream.destroy()
  }
}

/** Pure but for the stream: a line that has no end in sight is told once and not kept. */
export async function* cut(chunks: AsyncIterable<Buffer>, longest = longestLine): AsyncGenerator<Line[]> {
  let number = 1
  let begun: Buffer[] = []
  let size = 0
  const finished = (end: Buffer): Line => {
    const line: Line =
      size + end.length > longest
        ? { is: 'too-long', number }
        : { is: 'line', number, bytes: begun.length === 0 ? end : Buffer.concat([...begun, end]) }
    number++
    begun = []
    size = 0
    return line
  }
  for await (const chunk of chunks) {
    const lines: Line[] = []
    let from = 0
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      lines.push(finished(chunk.subarray(from, end)))
      from = end + 1
    }
    const rest = chunk.subarray(from)
    size += rest.length
    if (size > longest) begun = []
    else if (rest.length > 0) begun.push(rest)
    if (lines.length > 0) yield lines
  }
  if (size > 0) yield [finished(Buffer.alloc(0))]
}

function whyUnread(path: string, error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return new CommandRefused(`${path} can't be read: there is no such file.`)
  if (code === 'EISDIR') return new CommandRefused(`${path} can't be read: that is a folder.`)
  return code === undefined ? error : new CommandRefused(`${path} can't be read: ${message}.`)
}
