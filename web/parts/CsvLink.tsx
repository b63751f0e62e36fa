/** A table as a file that every spreadsheet reads. */
import { Download } from 'lucide-react'
import { useSay } from '../words/words.ts'

type Props = { title: string; head: readonly string[]; rows: readonly (readonly (string | number)[])[] }

export function CsvLink({ title, head, rows }: Props) {
  const say = useSay()
  const save = () => {
    const url = URL.createObjectURL(new Blob([csv([head, ...rows])], { type: 'text/csv;charset=utf-8' }))
    const link = document.createElement('a')
    link.href = url
    link.download = `${title}.csv`
    link.click()
    URL.revokeObjectURL(url)
  }
  return (
    <button type="button" className="link" aria-label={say('voice.csv.of', { title })} onClick={save}>
      <Download size={14} aria-hidden="true" /> {say('voice.csv')}
    </button>
  )
}

/** RFC 4180, with the mark by which spreadsheets know UTF-8. What a spreadsheet would take for a formula becomes text (CWE-1236). */
export const csv = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
