/** What every kind of file is read into: the columns that we asked for, or why a row can't be read. */

/** `F`: which fields are asked for; of posts and mails, unless somebody says otherwise. */
export type Row<F extends string = FieldName> =
  | { is: 'row'; line: number; fields: Record<F, string> }
  | { is: 'bad'; line: number; why: string }

/** As the file has them; empty where a row says nothing. */
export type Fields = Record<FieldName, string>
export type FieldName = (typeof fieldNames)[number]
export const fieldNames = ['text', 'author', 'at', 'id', 'parent', 'name', 'url', 'title'] as const

/** Which column of the file is which field. */
export type ColumnMap<F extends string = FieldName> = Readonly<Partial<Record<F, string>>>
const needed = ['text', 'author', 'at'] as const

/** The file as a whole can't be brought in, and why. */
export class FileRefused extends Error {
  override name = 'FileRefused'
}

/** `text=body,author=from` as a map of posts or mails. Throws FileRefused with what would be right. */
export const readMap = (written: string): ColumnMap => readMapOf(written, fieldNames, needed)

/** The same, of whatever fields a file is to be read for. */
export function readMapOf<F extends string>(written: string, known: readonly F[], needed: readonly F[]): ColumnMap<F> {
  const map: Partial<Record<F, string>> = {}
  for (const part of written.split(',').filter(Boolean)) {
    const [field = '', ...column] = part.split('=')
    const name = known.find((it) => it === field.trim())
    if (!name || column.length === 0) {
      throw new FileRefused(`--map has "${part}"; each part is FIELD=COLUMN, and the fields are ${known.join(', ')}.`)
    }
    map[name] = column.join('=').trim()
  }
  const missing = needed.filter((name) => !map[name])
  if (missing.length > 0)
    throw new FileRefused(`--map must say which column is the ${missing.join(', and which the ')}.`)
  return map
}

/** Throws FileRefused when a mapped column is not among `there`. */
export function mustHave(map: Readonly<Partial<Record<string, string>>>, there: readonly string[]): void {
  const missing = [...new Set(Object.values(map))].filter((column) => column !== undefined && !there.includes(column))
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
