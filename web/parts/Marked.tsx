/** What somebody wrote, with what matched marked; a long text is shown around its first mark. */
import { marksOf } from './marks.ts'

export function Marked({ text, spans }: { text: string; spans: readonly (readonly [from: number, to: number])[] }) {
  return marksOf(text, spans).map((piece) =>
    piece.marked ? <mark key={piece.from}>{piece.text}</mark> : <span key={piece.from}>{piece.text}</span>,
  )
}
