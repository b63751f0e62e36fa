/** A backup on disk: one gzip stream of frames. What is not whole, or not as it was written, is told before it is used. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'

const header = z.object({
  earshot: z.literal('backup'),
  format: z.literal(1),
  version: z.string(),
  at: z.string(),
  migrations: z.array(z.string()),
  secretKey: z.string().nullable(),
})
const table = z.object({ name: z.string(), columns: z.array(z.string()) })
const manifest = z.object({
  tables: z.array(z.object({ name: z.string(), rows: z.number(), sha256: z.string() })),
})

/** Who made it and what is in it: the first frame. */
export type Header = z.infer<typeof header>
export type Table = z.infer<typeof table>
/** The last frame: what must have come before it. */
export type Manifest = z.infer<typeof manifest>

export type Frame =
  | { is: 'header'; header: Header }
  | { is: 'table'; table: Table }
  /** A piece of the table's rows, in the text format of COPY. */
  | { is: 'rows'; bytes: Buffer }
  | { is: 'manifest'; manifest: Manifest }

/** The file can't be restored from, and why. */
export class BackupDamaged extends Error {
  override name = 'BackupDamaged'
}

// Each frame: one letter, four bytes of length (big-endian), and so many bytes.
const letters = { header: 'H', table: 'T', rows: 'R', manifest: 'M' } as const
const longestFrame = 64_000_000

export function written(frame: Frame): Buffer {
  const body = frame.is === 'rows' ? frame.bytes : Buffer.from(JSON.stringify(bodyOf(frame)))
  const head = Buffer.alloc(5)
  head.write(letters[frame.is], 'latin1')
  head.writeUInt32BE(body.length, 1)
  return Buffer.concat([head, body])
}

const bodyOf = (frame: Exclude<Frame, { is: 'rows' }>): Header | Table | Manifest => {
  switch (frame.is) {
    case 'header':
      return frame.header
    case 'table':
      return frame.table
    case 'manifest':
      return frame.manifest
  }
}

/** The frames of a file, in order. Throws BackupDamaged. */
export async function* framesOf(path: string): AsyncGenerator<Frame> {
  let held: Buffer = Buffer.alloc(0)
  for await (const chunk of unzipped(path)) {
    held = held.length > 0 ? Buffer.concat([held, chunk]) : chunk
    while (held.length >= 5) {
      const length = held.readUInt32BE(1)
      if (length > longestFrame) throw damaged(path)
      if (held.length < 5 + length) break
      yield read(held.toString('latin1', 0, 1), held.subarray(5, 5 + length), path)
      held = held.subarray(5 + length)
    }
  }
  if (held.length > 0) throw truncated(path)
}

/** Reads all of it and compares every table with the manifest. Throws BackupDamaged. */
export async function verify(path: string): Promise<{ header: Header; manifest: Manifest }> {
  let header: Header | null = null
  let manifest: Manifest | null = null
  const found: Manifest['tables'] = []
  let hash = createHash('sha256')
  let name: string | null = null
  let rows = 0
  const close = () => {
    if (name !== null) found.push({ name, rows, sha256: hash.digest('hex') })
  }
  for await (const frame of framesOf(path)) {
    if (manifest !== null || (header === null) !== (frame.is === 'header')) throw damaged(path)
    switch (frame.is) {
      case 'header':
        header = frame.header
        break
      case 'table':
        close()
        name = frame.table.name
        hash = createHash('sha256').update(JSON.stringify(frame.table.columns))
        rows = 0
        break
      case 'rows':
        hash.update(frame.bytes)
        rows += newlines(frame.bytes)
        break
      case 'manifest':
        close()
        manifest = frame.manifest
        break
    }
  }
  if (header === null || manifest === null) throw truncated(path)
  if (JSON.stringify(found) !== JSON.stringify(manifest.tables)) throw damaged(path)
  return { header, manifest }
}

/** COPY's text format has one line a row, and writes line ends within values as \n. */
export function newlines(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count++
  return count
}

async function* unzipped(path: string): AsyncGenerator<Buffer> {
  const file = createReadStream(path)
  const gunzip: Readable = file.on('error', (error) => gunzip.destroy(error)).pipe(createGunzip())
  let any = false
  try {
    for await (const chunk of gunzip) {
      any = true
      yield chunk as Buffer
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new BackupDamaged(`There is no file ${path}.`)
    if (code === 'Z_BUF_ERROR') throw truncated(path)
    if (code?.startsWith('Z_')) throw any ? damaged(path) : notOurs(path)
    throw new BackupDamaged(`${path} can't be read: ${message}`)
  } finally {
    file.destroy()
  }
}

function read(letter: string, body: Buffer, path: string): Frame {
  if (letter === letters.rows) return { is: 'rows', bytes: body }
  // What a flipped bit made of a field's name is missing, and told like any other damage.
  try {
    const value = JSON.parse(body.toString())
    if (letter === letters.table) return { is: 'table', table: table.parse(value) }
    if (letter === letters.manifest) return { is: 'manifest', manifest: manifest.parse(value) }
    if (letter === letters.header && (value.earshot !== 'backup' || value.format !== 1)) throw notOurs(path)
    if (letter === letters.header) return { is: 'header', header: header.parse(value) }
  } catch (error) {
    throw error instanceof BackupDamaged ? error : damaged(path)
  }
  throw damaged(path)
}

const truncated = (path: string) => new BackupDamaged(`${path} is not whole: its end is missing. Nothing was restored.`)
const damaged = (path: string) =>
  new BackupDamaged(`${path} is damaged: it is not what was written. Nothing was restored.`)
const notOurs = (path: string) => new BackupDamaged(`${path} is not a backup of Earshot.`)
