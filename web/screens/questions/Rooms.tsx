/** In which rooms a question is asked, where most first. */
import type { QuestionLine } from '../../../src/api/questions/shapes.questions.ts'
import { ChannelGlyph } from '../../parts/ChannelGlyph.tsx'
import { useSay } from '../../words/words.ts'

export function Rooms({ rooms, most }: { rooms: QuestionLine['rooms']; most: number }) {
  const say = useSay()
  return (
    <>
      {rooms.slice(0, most).map(({ id, name, channel, asked }) => (
        <span key={id} className="question-room">
          <ChannelGlyph channel={channel} size={13} /> <bdi>{name}</bdi> <span className="count">{asked}</span>
        </span>
      ))}
      {rooms.length > most && <span>{say('question.rooms.more', { n: rooms.length - most })}</span>}
    </>
  )
}
