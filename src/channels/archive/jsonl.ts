/** JSON lines: one object a line, as chat tools and data sets export them. */
import { type ColumnMap, type FieldName, type Fields, mustHave, noFields, type Row } from './rows.ts'

const longestRow = 4_000_000
/** So many rows are looked at before a column counts as missing: JSON leaves out what is empty. */
const looked = 1_000

/** Takes UTF-8 and gives rows, some hundreds at a time. Throws FileRefused when a mapped column is nowhere. */
export async function* jsonlRows(chunks: AsyncIterable<Uint8Array>, map: ColumnMap): AsyncGenerator<Row[]> {
  const fields = Object.entries(map) as [FieldName, string][]
  const there = new Set<string>()
  let first: Row[] | null = []
  for await (const lines of linesOf(chunks)) {
    const rows: Row[] = []
    for (const { line, text } of lines) {
      if (text.trim() === '') continue
      rows.push(rowOf(text, line, fields, first ? there : null))
    }
    if (first === null) {
      yield rows
      continue
    }
    first.push(...rows)
    if (first.length < looked) continue
    mustHave(map, [...there])
    yield first
    first = null
  }
  if (first === null) return
  if (first.some((row) => row.is === 'row')) mustHave(map, [...there])
  yield first
}

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<{ line: number; text: string }[]> {
  const decoder = new TextDecoder() // leaves out a byte order mark
  let rest = ''
  let line = 1
  for await (const chunk of chunks) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = parts.pop() ?? ''
    // Without an end in sight only its beginning is kept, which then reads as a bad row.
    if (rest.length > longestRow) rest = rest.slice(0, longestRow)
    yield parts.map((text) => ({ line: line++, text }))
  }
  yield [{ line, text: rest + decoder.decode() }]
}

function rowOf(text: string, line: number, map: readonly [FieldName, string][], there: Set<string> | null): Row {
  const value = parsed(text)
  if (value === null) return { is: 'bad', line, why: 'it is not JSON' }
  if (typeof value !== 'object' || Array.isArray(value)) return { is: 'bad', line, why: 'it is not a JSON object' }
  const found: Fields = noFields()
  for (const [field, column] of map) {
    const at = lookUp(value, column)
    if (at !== undefined) there?.add(column)
    found[field] = asText(at)
  }
  if (there && there.size < map.length) for (const name of Object.keys(value)) there.add(name)
  if (Number.isSafeInteger(Number(found.id || 0)) && Number.isSafeInteger(Number(found.parent || 0)))
    return { is: 'row', line, fields: found }
  // Ids of 64 bits don't fit a JavaScript number: read once more, with numbers as they are written.
  const exact = parsed(text, asWritten)
  for (const [field, column] of map) found[field] = asText(lookUp(exact, column))
  return { is: 'row', line, fields: found }
}

/** `user.name` is the name in the user, unless a column is called so. */
function lookUp(value: unknown, column: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  if (Object.hasOwn(value, column)) return (value as Record<string, unknown>)[column]
  const dot = column.indexOf('.')
  if (dot === -1 || !Object.hasOwn(value, column.slice(0, dot))) return undefined
  return lookUp((value as Record<string, unknown>)[column.slice(0, dot)], column.slice(dot + 1))
}

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''

type Reviver = (key: string, value: unknown, context: { source: string }) => unknown
const asWritten: Reviver = (_, value, { source }) => (typeof value === 'number' ? source : value)

function parsed(text: string, reviver?: Reviver): unknown {
  try {
    return JSON.parse(text, reviver as Parameters<typeof JSON.parse>[1])
  } catch {
    return null
  }
}
