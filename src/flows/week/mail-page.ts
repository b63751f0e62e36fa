/** A week as mail: one column that reads everywhere, no script, no picture, nothing that is fetched; and the same as plain text. Pure. */
import { headingsOf, type LetterLanguage } from '../../domain/week/letter.ts'
import type { Letter, Line } from '../../domain/week/week.ts'

type Of = { letter: Letter; language: LetterLanguage; workspace: string; url: string }

export function htmlOf({ letter, language, workspace, url }: Of): string {
  const { changed, next, more, why } = headingsOf(language)
  const list = (lines: readonly Line[]) =>
    `<ul style="padding:0 0 0 20px;margin:0 0 24px">${lines.map((line) => `<li style="margin:0 0 8px">${sentence(line, url)}</li>`).join('')}</ul>`
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escaped(letter.title)}</title>
</head>
<body style="margin:0;padding:24px;font:16px/1.5 Georgia,serif">
<div style="max-width:560px;margin:0 auto">
<p style="margin:0 0 4px;font-size:14px">${escaped(workspace)}</p>
<h1 style="margin:0 0 24px;font-size:24px;line-height:1.25">${escaped(letter.title)}</h1>
<h2 style="margin:0 0 8px;font-size:18px">${escaped(changed)}</h2>
${list(letter.changed)}
<h2 style="margin:0 0 8px;font-size:18px">${escaped(next)}</h2>
${list(letter.next)}
<p style="margin:0 0 8px">${escaped(more)} <a href="${escaped(url)}/objectives/week">${escaped(url)}/objectives/week</a></p>
<p style="margin:0;font-size:14px">${escaped(why)}</p>
</div>
</body>
</html>
`
}

export function textOf({ letter, language, workspace, url }: Of): string {
  const { changed, next, more, why } = headingsOf(language)
  const list = (lines: readonly Line[]) => lines.map(({ text }) => `- ${oneLine(text)}`).join('\n')
  return `${workspace}
${letter.title}

${changed}
${list(letter.changed)}

${next}
${list(letter.next)}

${more} ${url}/objectives/week
${why}
`
}

/** Its own address stands beside a sentence, so that words of strangers in it are never a link. */
const sentence = ({ text, to }: Line, url: string): string =>
  `${escaped(text)}${to === null ? '' : ` <a href="${escaped(url + to)}" aria-label="${escaped(text)}">→</a>`}`

const oneLine = (text: string): string => text.replace(/\s+/g, ' ')

const escaped = (text: string): string =>
  oneLine(text).replace(/[&<>"]/g, (it) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[it] as string)
