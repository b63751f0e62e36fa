/** A file to bring in: its bytes, how far we are in it, and what we know it by. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { CommandRefused } from './refusals.ts'

export type ImportFile = {
  path: string
  size: number
  /** The same for the same file, wherever it lies: of its first 64 KB and its size. */
  fingerprint: string
}

/** Throws CommandRefused when there is no such file. */
export async function lookAt(path: string): Promise<ImportFile> {
  try {
    await using file = await open(path)
    const { size } = await file.stat()
    const head = Buffer.alloc(Math.min(size, 65_536))
    await file.read(head, 0, head.length, 0)
    return {
      path,
      size,
      fingerprint: createHash('sha256').update(head).update(String(size)).digest('hex').slice(0, 32),
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    const why =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'that is a folder' : (error as Error).message
    throw new CommandRefused(`${path} can't be read: ${why}.`)
  }
}

/** Its bytes from the beginning. `onRead` gets how many have been read so far. */
export async function* bytesOf(
  { path }: ImportFile,
  onRead: (bytes: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  let read = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 16_384 })) {
    read += (chunk as Buffer).length
    yield chunk as Buffer
    onRead(read)
  }
}
