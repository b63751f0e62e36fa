/** Many rows as a relation: each column one bound value, which is quicker to read for PostgreSQL than JSON or a list of values. */
import { sql } from './db.ts'

export type Type =
  | 'uuid'
  | 'text'
  | 'boolean'
  | 'integer'
  | 'real'
  | 'double precision'
  | 'timestamptz'
  | 'text[]'
  | 'jsonb'
  | 'tsvector'
/** Names in SQL, each with its type there; they are ours, never a user's. */
export type Columns = Readonly<Record<string, Type>>
export type Cell = string | number | boolean | null | Date | readonly unknown[]
export type RowOf<C extends Columns> = Readonly<Record<keyof C, Cell>>

/**
 * For a `from`: `rowset('g', { id: 'uuid', key: 'text' }, rows)` reads `(select ...) as g`. `offset 0` keeps the casts in
 * there: a cast might leak what it sees, so that row-level security would keep a join by it from using any index.
 */
export function rowset<const C extends Columns>(alias: string, columns: C, rows: readonly RowOf<C>[]) {
  const names = Object.keys(columns) as (keyof C & string)[]
  const cells = names.map((name) => sql.raw(columns[name] === 'text' ? name : `${name}::${columns[name]} as ${name}`))
  const arrays = names.map((name) => sql`${textArray(rows.map((row) => written(row[name], columns[name])))}::text[]`)
  return sql`(select ${sql.join(cells)} from unnest(${sql.join(arrays)}) as ${sql.raw(`it (${names.join(', ')})`)} offset 0) as ${sql.raw(alias)}`
}

/** As PostgreSQL reads it from text. */
export function written(cell: Cell, type: Type | undefined): string | null {
  if (cell === null) return null
  if (typeof cell === 'string') return cell
  if (type === 'jsonb') return JSON.stringify(cell)
  if (cell instanceof Date) return cell.toISOString()
  if (Array.isArray(cell)) return `{${cell.map((it) => `"${String(it).replaceAll(/["\\]/g, '\\$&')}"`).join()}}`
  return String(cell)
}

const TEXT = 25 // its number among PostgreSQL's types

/**
 * A one-dimensional text[] in PostgreSQL's binary form, so that nothing needs quotes: how many dimensions, whether a null
 * is among them, the type, how many, counted from 1; then each with its length in bytes, -1 for a null.
 */
function textArray(texts: readonly (string | null)[]): Buffer {
  const lengths = texts.map((text) => (text === null ? 0 : Buffer.byteLength(text)))
  const bytes = Buffer.allocUnsafe(20 + lengths.reduce((sum, length) => sum + 4 + length, 0))
  let at = 0
  for (const number of [1, texts.includes(null) ? 1 : 0, TEXT, texts.length, 1]) at = bytes.writeInt32BE(number, at)
  texts.forEach((text, index) => {
    at = bytes.writeInt32BE(text === null ? -1 : (lengths[index] ?? 0), at)
    if (text !== null) at += bytes.write(text, at)
  })
  return bytes
}
