/** Gives a short link or a code word along with the reply, by which we will know what comes of it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Ticket } from 'lucide-react'
import { useId, useState } from 'react'
import type { Code, NewCode } from '../../../src/api/objectives/shapes.outcomes.ts'
import type { Conversation } from '../../../src/api/shapes.ts'
import { post } from '../../api/client.ts'
import { codesQuery, offersQuery } from '../../api/queries.outcomes.ts'
import { Field } from '../../parts/Field.tsx'
import { whyOf } from '../../parts/Notice.tsx'
import { Popup } from '../../parts/Popup.tsx'
import { useSay } from '../../words/words.ts'

type Props = { talk: Conversation; onInsert: (text: string) => void }

export default function GiveCode({ talk, onInsert }: Props) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const offers = useQuery(offersQuery(talk.id)).data?.items ?? []
  // By what nobody wants to bring about, nothing is known.
  if (offers.length === 0) return null
  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label={say('code.give')}
        data-tip={say('code.give')}
        onClick={() => setOpen(true)}
      >
        <Ticket size={18} aria-hidden="true" />
      </button>
      {open && <CodeDialog talk={talk} onInsert={onInsert} onClose={() => setOpen(false)} />}
    </>
  )
}

function CodeDialog({ talk, onInsert, onClose }: Props & { onClose: () => void }) {
  const say = useSay()
  const id = useId()
  const client = useQueryClient()
  const offers = useQuery(offersQuery(talk.id)).data?.items ?? []
  const given = useQuery(codesQuery(talk.id)).data?.items ?? []
  const objectives = [...new Map(offers.map(({ objective }) => [objective.id, objective])).values()]
  const [kind, setKind] = useState<'link' | 'word'>('link')
  const [objective, setObjective] = useState(objectives[0]?.id ?? '')
  const [target, setTarget] = useState('')
  const [word, setWord] = useState(wordFor(talk.person?.name ?? ''))
  const measure = objectives.find((it) => it.id === objective)?.measure
  const [what, setWhat] = useState<string | null>(null)
  const [visitCounts, setVisitCounts] = useState(false)
  const standsFor = what ?? (measure ? say(`outcome.what.${measure as 'orders'}`) : '')
  const put = ({ text, target: link, word: called }: Code) => {
    onInsert(link === null ? say('code.say', { word: called }) : text)
    onClose()
  }
  const give = useMutation({
    mutationFn: () => {
      const by = kind === 'link' ? { target, visitCounts } : { word }
      return post<Code>('/codes', { ...by, objective, conversation: talk.id, what: standsFor } satisfies NewCode)
    },
    onSuccess: (code) => {
      put(code)
      return client.invalidateQueries({ queryKey: ['codes', talk.id] })
    },
  })
  return (
    <Popup title={say('code.title')} onClose={onClose}>
      <p className="soft">{say('code.lead')}</p>
      {given.length > 0 && (
        <section>
          <h3>{say('code.given')}</h3>
          <ul>
            {given.map((code) => (
              <li key={code.id}>
                <button type="button" className="link" onClick={() => put(code)}>
                  <bdi>{code.target ?? code.word}</bdi>
                </button>{' '}
                {code.target !== null && <span className="soft">{say('code.visits', { n: code.visits })}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          give.mutate()
        }}
      >
        <fieldset className="code-kind">
          {(['link', 'word'] as const).map((it) => (
            <label key={it} className="check">
              <input type="radio" name={`${id}-kind`} checked={kind === it} onChange={() => setKind(it)} />
              {say(`code.kind.${it}`)}
            </label>
          ))}
        </fieldset>
        {kind === 'link' ? (
          <>
            <Field label={say('code.target')} type="url" value={target} onChange={setTarget} autoFocus />
            <label className="check">
              <input type="checkbox" checked={visitCounts} onChange={(event) => setVisitCounts(event.target.checked)} />
              {say('code.visit')}
            </label>
            <p className="hint">{say('code.visit.hint')}</p>
          </>
        ) : (
          <Field label={say('code.word')} value={word} onChange={setWord} hint={say('code.word.hint')} autoFocus />
        )}
        <div className="field">
          <label htmlFor={`${id}-objective`}>{say('outcome.objective')}</label>
          <select id={`${id}-objective`} value={objective} onChange={(event) => setObjective(event.target.value)}>
            {objectives.map((it) => (
              <option key={it.id} value={it.id}>
                {it.result}
              </option>
            ))}
          </select>
        </div>
        <Field label={say('code.what')} value={standsFor} onChange={setWhat} />
        {give.error && (
          <p role="alert" className="wrong">
            {whyOf(give.error, say)}
          </p>
        )}
        <div className="popup-foot">
          <button type="submit" className="button main" disabled={give.isPending}>
            {say('code.insert')}
          </button>
        </div>
      </form>
    </Popup>
  )
}

/** "Rosa Marques" is ROSA: a word that she says easily. */
const wordFor = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^A-Za-z0-9]+/)
    .find((part) => part.length >= 3)
    ?.slice(0, 12)
    .toUpperCase() ?? ''
