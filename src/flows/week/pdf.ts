/** A week as a PDF of one page or two: tagged, so that a screen reader finds headings and lists; its letters are in it. */
import { fileURLToPath } from 'node:url'
import { headingsOf, type LetterLanguage } from '../../domain/week/letter.ts'
import type { Letter, Line } from '../../domain/week/week.ts'

/** Latin, Greek, Cyrillic, Arabic and Hebrew are in them; for other scripts there are boxes, and the mail itself has the words. */
const letters = (name: string) => fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`))

export async function pdfOf({
  letter,
  language,
  workspace,
  at,
}: {
  letter: Letter
  language: LetterLanguage
  workspace: string
  at: Date
}): Promise<Buffer> {
  const { default: PDFDocument } = await import('pdfkit') // rarely asked for, and slow to read
  const fonts = { plain: letters('DejaVuSans'), bold: letters('DejaVuSans-Bold') }
  const { changed, next } = headingsOf(language)
  const doc = new PDFDocument({
    ...{ size: 'A4', margin: 64, lang: language, tagged: true, displayTitle: true, pdfVersion: '1.7' },
    info: { Title: letter.title, Author: workspace, CreationDate: at },
  })
  const done = collected(doc)
  const whole = doc.struct('Document')
  doc.addStructure(whole)
  const write = (tag: string, font: string, size: number, text: string, gap: number) =>
    whole.add(
      doc.struct(tag, {}, () => {
        doc.font(font).fontSize(size)
        set(doc, text)
        doc.y += gap
      }),
    )
  write('P', fonts.plain, 10, workspace, 2)
  write('H1', fonts.bold, 20, letter.title, 18)
  const list = (heading: string, lines: readonly Line[]) => {
    write('H2', fonts.bold, 13, heading, 6)
    const items = doc.struct('L')
    whole.add(items)
    for (const { text } of lines)
      items.add(
        doc.struct('LI', {}, [
          doc.struct('LBody', {}, () => {
            doc.font(fonts.plain).fontSize(11)
            set(doc, `– ${text}`)
            doc.y += 5
          }),
        ]),
      )
    items.end()
    doc.y += 14
  }
  list(changed, letter.changed)
  list(next, letter.next)
  whole.end()
  doc.end()
  return done
}

/** Words from right to left, as many as follow one another. */
const rightToLeft = /([\p{Script=Arabic}\p{Script=Hebrew}]+(?:[ \p{M}][\p{Script=Arabic}\p{Script=Hebrew}]+)*)/u

/** On one line. pdfkit turns a piece around that begins from right to left, and sets others word for word: each run goes by itself. */
function set(doc: PDFKit.PDFDocument, text: string): void {
  const runs = text
    .replace(/\s+/g, ' ')
    .split(rightToLeft)
    .filter((run) => run !== '')
  for (const [at, run] of runs.entries())
    doc.text(rightToLeft.test(run) ? run.replaceAll(' ', '\u00a0') : run, {
      continued: at < runs.length - 1,
      lineGap: 3,
    })
}

function collected(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const parts: Buffer[] = []
  return new Promise((done, fail) => {
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => done(Buffer.concat(parts)))
    doc.on('error', fail)
  })
}
