/** What is left of the room's limit; said aloud only near its end. */
import { useSay } from '../words/words.ts'
import type { Length } from './length.ts'

export function Left({ id, length }: { id: string; length: Length | null }) {
  const say = useSay()
  if (length === null) return <span id={id} className="box-left" />
  const words =
    length.left < 0
      ? say('compose.over', { n: -length.left })
      : length.bytesOver > 0
        ? say('compose.bytes', { n: length.bytesOver })
        : say('compose.left', { n: length.left })
  return (
    <span
      id={id}
      className={length.fits ? 'box-left' : 'box-left wrong'}
      role={length.left < 20 ? 'status' : undefined}
    >
      {words}
    </span>
  )
}
