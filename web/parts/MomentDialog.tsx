/** Writes down something to remember about somebody: what, when, how to treat it, until when, and who sees it. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Proposed } from '../../src/api/listening/shapes.understanding.ts'
import type { Moment } from '../../src/api/people/shapes.moments.ts'
import { post, remove } from '../api/client.ts'
import { useSay } from '../words/words.ts'
import { did } from './last-act.ts'
import { whyOf } from './Notice.tsx'
import { Popup } from './Popup.tsx'

type Props = {
  person: { id: string; name: string }
  /** The message of theirs, or the reply of ours, that it comes out of. */
  message?: string | undefined
  reply?: string
  /** What was offered: it stands there already, to be changed or written down as it is. */
  proposed?: Proposed
  onClose: () => void
}

const kinds: readonly Moment['kind'][] = ['hiccup', 'celebration', 'loss', 'promise', 'order', 'preference', 'interest']
const sensitivities: readonly Moment['sensitivity'][] = ['ordinary', 'private', 'tender']
const ends = [30, 90, 365]

export default function MomentDialog({ person, message, reply, proposed, onClose }: Props) {
  const say = useSay()
  const id = useId()
  const client = useQueryClient()
  const today = dayFrom(new Date(), 0)
  const [text, setText] = useState(proposed?.text ?? '')
  const [kind, setKind] = useState<Moment['kind']>(proposed?.kind ?? 'hiccup')
  const [onDay, setOnDay] = useState(proposed?.onDay ?? today)
  const [dueDay, setDueDay] = useState(proposed?.dueDay ?? '')
  const [sensitivity, setSensitivity] = useState<Moment['sensitivity']>(proposed?.sensitivity ?? 'ordinary')
  const [end, setEnd] = useState(0)
  const [onlyMe, setOnlyMe] = useState(false)
  const again = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['person'] }),
      client.invalidateQueries({ queryKey: ['conversation'] }),
    ])
  const write = useMutation({
    mutationFn: () =>
      post<{ id: string }>(`/people/${person.id}/moments`, {
        text,
        kind,
        onDay: onDay || undefined,
        dueDay: kind === 'promise' ? dueDay || null : null,
        sensitivity,
        expiresDay: end > 0 ? dayFrom(new Date(`${onDay || today}T12:00:00`), end) : null,
        onlyMe,
        message: message ?? null,
        // Of another kind than a promise it has no source in what we said.
        reply: kind === 'promise' ? (reply ?? null) : null,
      }),
    onSuccess: (written) => {
      onClose()
      const undo = async () => {
        await remove(`/moments/${written.id}`)
        await again()
      }
      did({ said: say('moment.did', { name: person.name }), leavesAt: null, undo })
      return again()
    },
  })
  return (
    <Popup title={say('do.remember')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          write.mutate()
        }}
      >
        <div className="field">
          <label htmlFor={`${id}-text`}>{say('moment.text')}</label>
          <textarea
            id={`${id}-text`}
            value={text}
            rows={3}
            required
            dir="auto"
            // biome-ignore lint/a11y/noAutofocus: the dialog is there to write this
            autoFocus
            onChange={(event) => setText(event.target.value)}
          />
          {message && <p className="hint">{say('moment.source')}</p>}
          {reply && kind === 'promise' && <p className="hint">{say('moment.source.reply')}</p>}
        </div>
        <div className="moment-fields">
          <Choice id={`${id}-kind`} label={say('moment.kind')} value={kind} onChange={setKind}>
            {kinds.map((it) => [it, say(`moment.kind.${it}`)])}
          </Choice>
          <DayField id={`${id}-on`} label={say('moment.on')} value={onDay} onChange={setOnDay} />
          {kind === 'promise' && (
            <DayField id={`${id}-due`} label={say('moment.due')} value={dueDay} onChange={setDueDay} />
          )}
          <Choice id={`${id}-how`} label={say('moment.sensitivity')} value={sensitivity} onChange={setSensitivity}>
            {sensitivities.map((it) => [it, say(`moment.sensitivity.${it}`)])}
          </Choice>
          <Choice
            id={`${id}-end`}
            label={say('moment.expires')}
            value={String(end)}
            onChange={(days) => setEnd(Number(days))}
          >
            {[
              ['0', say('moment.expires.never')],
              ...ends.map((n) => [String(n), say('moment.expires.days', { n })] as const),
            ]}
          </Choice>
        </div>
        <label className="check">
          <input type="checkbox" checked={onlyMe} onChange={(event) => setOnlyMe(event.target.checked)} />
          {say('moment.only-me')}
        </label>
        {write.error && (
          <p role="alert" className="wrong">
            {whyOf(write.error, say)}
          </p>
        )}
        <div className="popup-foot">
          <button type="submit" className="button main" disabled={write.isPending}>
            {say('moment.write')}
          </button>
        </div>
      </form>
    </Popup>
  )
}

type ChoiceProps<T extends string> = {
  id: string
  label: string
  value: T
  onChange: (value: T) => void
  children: readonly (readonly [string, string])[]
}

function Choice<T extends string>({ id, label, value, onChange, children }: ChoiceProps<T>) {
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value as T)}>
        {children.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </>
  )
}

type DayProps = { id: string; label: string; value: string; onChange: (day: string) => void }

function DayField({ id, label, value, onChange }: DayProps) {
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input id={id} type="date" value={value} onChange={(event) => onChange(event.target.value)} />
    </>
  )
}

/** The day so many days after another, where the teammate is. */
function dayFrom(at: Date, days: number): string {
  const day = new Date(at.getFullYear(), at.getMonth(), at.getDate() + days, 12)
  return new Date(day.getTime() - day.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}
