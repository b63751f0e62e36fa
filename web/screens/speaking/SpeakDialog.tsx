/** We speak first: to whom, what for, who answers the replies. While people wait beyond the promise, they come first. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { Warning } from '../../../src/api/rooms/shapes.advice.ts'
import type { FirstWord, FirstWordKind } from '../../../src/api/rooms/shapes.speaking.ts'
import type { PersonLine, Room } from '../../../src/api/shapes.ts'
import { speakingQuery } from '../../api/charter.ts'
import { post, remove } from '../../api/client.ts'
import { meQuery, teammatesQuery } from '../../api/queries.ts'
import { Left } from '../../parts/Left.tsx'
import { did } from '../../parts/last-act.ts'
import { lengthLeft } from '../../parts/length.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { Popup } from '../../parts/Popup.tsx'
import { useSay } from '../../words/words.ts'
import Advice from '../conversation/Advice.tsx'
import { Choice } from './Choice.tsx'
import { Waiting } from './Waiting.tsx'
import './speaking.css'

const kinds: readonly FirstWordKind[] = ['question', 'value', 'help', 'news']

type Props = {
  /** Where it can be said; more than one: the teammate chooses. */
  rooms: readonly Pick<Room, 'id' | 'name'>[]
  /** Null: to the room. */
  person: Pick<PersonLine, 'id' | 'name'> | null
  /** What it begins with. */
  text?: string
  kind?: FirstWordKind
  onClose: () => void
}

export default function SpeakDialog({ rooms, person, text: begun = '', kind: first = 'question', onClose }: Props) {
  const say = useSay()
  const id = useId()
  const client = useQueryClient()
  const navigate = useNavigate()
  const me = useQuery(meQuery).data?.teammate
  const colleagues = (useQuery(teammatesQuery).data ?? []).filter(({ role }) => role !== 'guest')
  const [room, setRoom] = useState(rooms[0]?.id ?? '')
  const known = useQuery(speakingQuery(room)).data
  const [kind, setKind] = useState(first)
  const [text, setText] = useState(begun)
  const [objective, setObjective] = useState<string>()
  const [answers, setAnswers] = useState<string>()
  const [reason, setReason] = useState<string | null>(null)
  const [overruled, setOverruled] = useState<readonly Warning[]>([])
  const where = rooms.find((it) => it.id === room)
  const served = objective ?? known?.objectives[0]?.id
  const handOff = known?.replying.how === 'hand-off'
  const length = known ? lengthLeft(text, known.replying.length) : null
  const held = known !== undefined && known.beyond.count > 0 && (reason ?? '').trim() === ''
  const speak = useMutation({
    mutationFn: () =>
      post<FirstWord>(`/rooms/${room}/first-words`, {
        kind,
        text,
        objective: served,
        person: person?.id ?? null,
        answers: answers ?? me?.id,
        reason: reason?.trim() || null,
        saidThere: handOff,
        overruled: overruled.map(({ is, about }) => ({ is, about })),
      }),
    onSuccess: ({ conversationId, replyId, leavesAt }) => {
      onClose()
      const said = say(handOff ? 'speak.did.there' : 'speak.did', { room: where?.name ?? '' })
      const undo = async () => void (await remove(`/replies/${replyId}`).then(() => navigate({ to: '/' })))
      did({ said, leavesAt: leavesAt === null ? null : Date.parse(leavesAt), undo: leavesAt === null ? null : undo })
      void client.invalidateQueries({ queryKey: ['conversations'] })
      void navigate({ to: '/c/$id', params: { id: conversationId } })
    },
    onError: () => client.invalidateQueries({ queryKey: ['speaking', room] }),
  })
  const ready = served !== undefined && text.trim() !== '' && length?.fits !== false && !held && !speak.isPending
  return (
    <Popup
      title={person ? say('speak.to', { name: person.name }) : say('speak.in', { room: where?.name ?? '' })}
      onClose={onClose}
      wide
    >
      <form
        className="speak"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) speak.mutate()
        }}
      >
        {known && known.beyond.count > 0 && (
          <Waiting room={room} speaking={known} reason={reason} onReason={setReason} onClose={onClose} />
        )}
        {rooms.length > 1 && (
          <Choice
            label={say('speak.room')}
            value={room}
            onChange={setRoom}
            options={rooms.map((it) => [it.id, it.name])}
          />
        )}
        <Choice
          label={say('speak.kind')}
          value={kind}
          onChange={(next) => setKind(next as FirstWordKind)}
          options={kinds.map((it) => [it, say(`speak.kind.${it}`)])}
        />
        {known && known.objectives.length === 0 ? (
          <p className="wrong">
            {say('speak.objective.none')} <Link to="/objectives">{say('speak.objective.go')}</Link>
          </p>
        ) : (
          <Choice
            label={say('speak.objective')}
            value={served ?? ''}
            onChange={setObjective}
            options={known?.objectives.map((it) => [it.id, it.result]) ?? []}
          />
        )}
        <Choice
          label={say('speak.answers')}
          value={answers ?? me?.id ?? ''}
          onChange={setAnswers}
          options={colleagues.map((it) => [it.id, it.name])}
        />
        <div className="field">
          <label htmlFor={`${id}-text`}>{say('speak.text')}</label>
          <textarea
            id={`${id}-text`}
            rows={4}
            dir="auto"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Left id={`${id}-left`} length={length} />
        </div>
        {room !== '' && <Advice where={`/rooms/${room}`} room={room} text={text} onWarned={setOverruled} />}
        {handOff && <p className="hint">{say('speak.hand-off', { room: where?.name ?? '' })}</p>}
        {speak.error && (
          <p role="alert" className="wrong">
            {whyOf(speak.error, say)}
          </p>
        )}
        <div className="popup-foot">
          {handOff && (
            <button type="button" className="button quiet" onClick={() => void navigator.clipboard.writeText(text)}>
              {say('compose.copy')}
            </button>
          )}
          <button type="submit" className="button main" disabled={!ready}>
            {say(handOff ? 'speak.do.there' : 'speak.do')}
          </button>
        </div>
      </form>
    </Popup>
  )
}
