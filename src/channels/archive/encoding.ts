/** Bytes to text: UTF-8 unless told otherwise, and never a guess that spoils somebody's words. */
import { isUtf8 } from 'node:buffer'
import { FileRefused } from './rows.ts'

/** Throws FileRefused when the runtime knows no such encoding. */
export function decoderOf(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: encoding === 'utf-8' })
  } catch {
    throw new FileRefused(
      `--encoding ${encoding} is not one that we can read; try windows-1252, utf-16le, shift_jis ...`,
    )
  }
}

/** Reads a file through before anything of it is filed. Throws FileRefused, naming the first line that is not UTF-8. */
export async function mustBeUtf8(chunks: AsyncIterable<Uint8Array>): Promise<void> {
  let lines = 1
  let rest: Uint8Array = new Uint8Array()
  for await (const chunk of chunks) {
    if (lines === 1 && rest.length === 0) refuseUtf16(chunk)
    // Cut at a line's end, so that no letter is cut in two.
    const end = chunk.lastIndexOf(10) + 1
    const whole = rest.length > 0 ? Buffer.concat([rest, chunk.subarray(0, end)]) : chunk.subarray(0, end)
    if (end > 0) {
      refuseOther(whole, lines)
      lines += count(whole)
    }
    rest = end > 0 ? chunk.subarray(end) : Buffer.concat([rest, chunk])
  }
  refuseOther(rest, lines)
}

function refuseOther(bytes: Uint8Array, line: number): void {
  if (isUtf8(bytes)) return
  let from = 0
  for (let at = line; ; at++) {
    const end = bytes.indexOf(10, from)
    if (end === -1 || !isUtf8(bytes.subarray(from, end))) {
      throw new FileRefused(
        `This file is not UTF-8 (line ${at} is not); convert it or pass --encoding windows-1252. Nothing was brought in.`,
      )
    }
    from = end + 1
  }
}

function refuseUtf16(start: Uint8Array): void {
  const [first, second] = start
  const name = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null
  if (name)
    throw new FileRefused(`This file is not UTF-8 but ${name}; pass --encoding ${name}. Nothing was brought in.`)
}

function count(bytes: Uint8Array): number {
  let lines = 0
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines++
  return lines
}

/** The same bytes in UTF-8. */
export async function* asUtf8(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array> {
  if (encoding === 'utf-8') {
    yield* chunks
    return
  }
  const decoder = decoderOf(encoding)
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }))
  yield Buffer.from(decoder.decode())
}
