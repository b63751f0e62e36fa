/** Comma-separated values, as spreadsheets and data sets have them. */
import { CsvError, parse } from 'csv-parse'
import { type ColumnMap, type FieldName, FileRefused, mustHave, noFields, type Row } from './rows.ts'

/** Longer rows are not what somebody said: most often a quotation mark was never closed. */
const longestRow = 4_000_000

/** Takes UTF-8 and gives rows of posts, some hundreds at a time. Throws FileRefused when a column is missing. */
export const csvRows = (chunks: AsyncIterable<Uint8Array>, map: ColumnMap): AsyncGenerator<Row[]> =>
  csvRowsOf<FieldName>(chunks, map, noFields)

/** The same, of whatever fields; `blank` gives them all, empty. */
export async function* csvRowsOf<F extends string>(
  chunks: AsyncIterable<Uint8Array>,
  map: ColumnMap<F>,
  blank: () => Record<F, string>,
): AsyncGenerator<Row<F>[]> {
  let rows: Row<F>[] = []
  let columns: Columns<F> | null = null
  const lines = new Lines()
  let refused: FileRefused | null = null

  const parser = parse({
    bom: true,
    // Not left to the parser's guess: files put together from several have them mixed.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: longestRow,
    // Giving nothing back keeps rows out of the stream's own queue, which would cost more than reading them.
    on_record(cells: string[], { bytes }) {
      const line = lines.rowEndsAt(bytes)
      if (columns) rows.push(rowOf(cells, line, columns, blank()))
      else columns = columnsOf(cells, map)
      return null
    },
    on_skip(error) {
      const line = error && 'bytes' in error ? lines.rowEndsAt(Number(error.bytes)) : lines.next
      rows.push({ is: 'bad', line, why: whyOf(error) })
      return undefined
    },
  })
  parser.on('error', (error) => {
    refused ??= error instanceof FileRefused ? error : new FileRefused(`Line ${lines.next}: ${error.message}`)
  })

  function* taken(): Generator<Row<F>[]> {
    if (refused) throw refused
    if (rows.length > 0) yield rows
    rows = []
  }
  for await (const chunk of chunks) {
    lines.add(chunk)
    await new Promise((done) => parser.write(chunk, done))
    yield* taken()
  }
  await new Promise<void>((done) => {
    parser.once('close', done)
    parser.end()
    parser.resume()
  })
  yield* taken()
  if (columns === null) throw new FileRefused('The file is empty: not even a line with the names of its columns.')
}

type Columns<F extends string> = { count: number; places: readonly [field: F, at: number][] }

function columnsOf<F extends string>(header: readonly string[], map: ColumnMap<F>): Columns<F> {
  mustHave(map, header)
  const places = Object.entries<string | undefined>(map).map(
    ([field, column]) => [field as F, header.indexOf(column ?? '')] as [F, number],
  )
  return { count: header.length, places }
}

function rowOf<F extends string>(
  cells: readonly string[],
  line: number,
  { count, places }: Columns<F>,
  fields: Record<F, string>,
): Row<F> {
  if (cells.length !== count)
    return { is: 'bad', line, why: `it has ${cells.length} columns where the first line has ${count}` }
  for (const [field, at] of places) fields[field] = cells[at] ?? ''
  return { is: 'row', line, fields }
}

function whyOf(error: unknown): string {
  const code = error instanceof CsvError ? error.code : ''
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return 'a quotation mark opens here and never closes, so that nothing after it could be read'
  if (code === 'CSV_MAX_RECORD_SIZE')
    return `the row is longer than ${longestRow / 1_000_000} MB; perhaps a quotation mark is not closed`
  return error instanceof Error ? error.message : 'it can not be read'
}

/** On which line each row begins: the parser tells only after how many bytes it ends, and rows may span lines. */
class Lines {
  /** Where the next row begins, counted from 1. */
  next = 1
  #line = 1
  #counted = 0
  #chunk: Uint8Array = new Uint8Array()
  #chunkAt = 0

  add(chunk: Uint8Array): void {
    this.#countTo(this.#chunkAt + this.#chunk.length)
    this.#chunkAt += this.#chunk.length
    this.#chunk = chunk
  }

  /** The line of the row that ends after so many bytes. */
  rowEndsAt(bytes: number): number {
    const line = this.next
    this.#countTo(bytes)
    this.next = this.#line
    return line
  }

  #countTo(bytes: number): void {
    const end = bytes - this.#chunkAt
    for (let at = this.#newline(this.#counted - this.#chunkAt); at < end; at = this.#newline(at + 1)) this.#line++
    this.#counted = Math.max(this.#counted, bytes)
  }

  #newline(from: number): number {
    const at = this.#chunk.indexOf(10, from)
    return at === -1 ? Number.POSITIVE_INFINITY : at
  }
}
