/** What every kind of file is read into: the columns that we asked for, or why a row can't be read. */

export type Row = { is: 'row'; line: number; fields: Fields } | { is: 'bad'; line: number; why: string }

/** As the file has them; empty where a row says nothing. */
export type Fields = Record<FieldName, string>
export type FieldName = (typeof fieldNames)[number]
export const fieldNames = ['text', 'author', 'at', 'id', 'parent', 'name', 'url', 'title'] as const

/** Which column of the file is which field. */
export type ColumnMap = Readonly<Partial<Record<FieldName, string>>>
const needed = ['text', 'author', 'at'] as const

/** The file as a whole can't be brought in, and why. */
export class FileRefused extends Error {
  override name = 'FileRefused'
}

/** `text=body,author=from` as a map. Throws FileRefused with what would be right. */
export function readMap(written: string): ColumnMap {
  const map: Partial<Record<FieldName, string>> = {}
  for (const part of written.split(',').filter(Boolean)) {
    const [field = '', ...column] = part.split('=')
    const name = fieldNames.find((it) => it === field.trim())
    if (!name || column.length === 0) {
      throw new FileRefused(
        `--map has "${part}"; each part is FIELD=COLUMN, and the fields are ${fieldNames.join(', ')}.`,
      )
    }
    map[name] = column.join('=').trim()
  }
  const missing = needed.filter((name) => !map[name])
  if (missing.length > 0)
    throw new FileRefused(`--map must say which column is the ${missing.join(', and which the ')}.`)
  return map
}

/** Throws FileRefused when a mapped column is not among `there`. */
export function mustHave(map: ColumnMap, there: readonly string[]): void {
  const missing = [...new Set(Object.values(map))].filter((column) => !there.includes(column))
  if (missing.length === 0) return
  const names = missing.map((name) => `"${name}"`).join(' and ')
  throw new FileRefused(`The file has no column ${names}. Its columns: ${there.join(', ')}.`)
}

export const noFields = (): Fields => ({
  text: '',
  author: '',
  at: '',
  id: '',
  parent: '',
  name: '',
  url: '',
  title: '',
})
