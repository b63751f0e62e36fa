/** A table as a file that every spreadsheet reads (RFC 4180). */

/** A byte order mark tells spreadsheets that it is UTF-8. */
export const csvOf = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `\ufeff${[header, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

type Cell = string | number | boolean | null

/** What a spreadsheet would take for a formula is made text by an apostrophe before it: it may come from anybody. */
function cell(value: Cell): string {
  if (typeof value !== 'string') return value === null ? '' : String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** 1234 as 12.34. */
export const money = (cents: number | null): string | null => (cents === null ? null : (cents / 100).toFixed(2))
