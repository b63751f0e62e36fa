/** Everything that is held of a person as one page that opens anywhere: no script, no picture, nothing that is fetched. Pure. */
import type { Everything } from './shapes.forgetting.ts'

const titles: Readonly<Record<string, string>> = {
  about: 'Who this is to us',
  names: 'Names on channels',
  links: 'Links in their profiles',
  messages: 'What they said',
  replies: 'What we said to them',
  notes: 'What we noted among ourselves in their conversations',
  moments: 'What we remember',
  orders: 'What they bought',
  ties: 'Who of us holds the relationship',
  wooings: 'Where we let them down, and how we went on',
  deeds: 'What they did for us',
  passedOn: 'What they reposted, quoted or linked to',
  introductions: 'Whether they would like to be introduced to somebody',
  rungs: 'The ladder for who makes trouble',
  outcomes: 'What came of talking with them',
  codes: 'Words and links that we gave them',
  verdicts: 'How we did, as they said it',
  joins: 'Names that were taken for one human',
  notTheSame: 'Names that were said to be of others',
  questions: 'What they asked',
  happened: 'What was done with their entry',
}

export function fileOf({ name, at, held }: Everything): string {
  const parts = Object.entries(held).filter(([, rows]) => rows.length > 0)
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Everything held about ${text(name)}</title>
<style>
  body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 Georgia, serif; }
  table { border-collapse: collapse; margin: 0 0 1rem; width: 100%; }
  th, td { padding: .2rem .6rem .2rem 0; border-bottom: 1px solid #ddd; text-align: start; vertical-align: top; }
  th { width: 9rem; font-weight: normal; color: #666; }
  td { white-space: pre-wrap; overflow-wrap: anywhere; }
</style>
<h1>Everything held about <bdi>${text(name)}</bdi></h1>
<p>As of ${text(at)}. What is empty is left out.</p>
${parts.map(([section, rows]) => `<h2>${text(titles[section] ?? section)} (${rows.length})</h2>\n${rows.map(table).join('\n')}`).join('\n')}
</html>
`
}

function table(row: Record<string, unknown>): string {
  const lines = Object.entries(row).filter(([, value]) => !isEmpty(value))
  return `<table>${lines.map(([key, value]) => `<tr><th>${text(spaced(key))}</th><td dir="auto">${text(shown(value))}</td></tr>`).join('')}</table>`
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0)

const shown = (value: unknown): string => {
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' ? JSON.stringify(value, null, 1) : String(value)
}

/** `onlyFor` is read as "only for". */
const spaced = (key: string): string => key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const text = (plain: string): string => plain.replaceAll(/[&<>"']/g, (mark) => marks[mark] as string)
