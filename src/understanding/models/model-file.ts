/** How weights lie in a file: the length of a header, the header as JSON, then bytes. The one pure file that reads files: they ship with it. */
import { readFileSync } from 'node:fs'

export type Model<Header> = { header: Header; weights: Int8Array }

/** Reads `name`.bin beside this file. Throws where there is none: the program is not whole then. */
export function readModel<Header>(name: string): Model<Header> {
  const bytes = readFileSync(new URL(`${name}.bin`, import.meta.url))
  const length = bytes.readUInt32LE(0)
  const header = JSON.parse(bytes.toString('utf8', 4, 4 + length)) as Header
  return { header, weights: new Int8Array(bytes.buffer, bytes.byteOffset + 4 + length, bytes.length - 4 - length) }
}

export function modelBytes<Header>({ header, weights }: Model<Header>): Buffer {
  const head = Buffer.from(JSON.stringify(header))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(head.length)
  return Buffer.concat([length, head, Buffer.from(weights.buffer, weights.byteOffset, weights.length)])
}

/**
 * A weight in one byte: its root, so that small ones keep their differences. `unpacked[byte + 128]` times the scale of its
 * column is the weight again; the largest a column can hold is its scale.
 */
export const unpacked = Float32Array.from({ length: 256 }, (_, at) => {
  const root = (at - 128) / 127
  return Math.sign(root) * root * root
})

export const packed = (weight: number, scale: number): number =>
  Math.max(-127, Math.min(127, Math.round(Math.sign(weight) * Math.sqrt(Math.abs(weight) / scale) * 127)))
