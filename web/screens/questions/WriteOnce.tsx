/** Write it once: the brief to take away, and where the answer stands when it is published. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { Question } from '../../../src/api/questions/shapes.questions.ts'
import { put, remove } from '../../api/client.ts'
import { questionBriefQuery } from '../../api/queries.ts'
import { Field } from '../../parts/Field.tsx'
import { whyOf } from '../../parts/Notice.tsx'
import { Outward } from '../../parts/Said.tsx'
import { Serves } from '../../parts/Serves.tsx'
import { later, locale, useSay } from '../../words/words.ts'

const Pushes = lazy(later(() => import('./Pushes.tsx')))

type Props = { question: Question; onChanged: () => Promise<void> }

export function WriteOnce({ question, onChanged }: Props) {
  const say = useSay()
  return (
    <section aria-labelledby="question-write">
      <h2 id="question-write">{say('write.title')}</h2>
      <p className="soft">{say('write.lead')}</p>
      <Serves noun="questions" id={question.id} objective={question.objective?.id ?? null} />
      <Brief question={question} />
      {question.published ? (
        <Published question={question} published={question.published} onChanged={onChanged} />
      ) : (
        <Publish question={question} onChanged={onChanged} />
      )}
    </section>
  )
}

function Brief({ question }: { question: Question }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const [copied, setCopied] = useState(false)
  const brief = useQuery({ ...questionBriefQuery(question.id), enabled: open })
  const markdown = brief.data?.markdown
  async function copy() {
    await navigator.clipboard.writeText(markdown ?? '')
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }
  return (
    <details className="brief" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('write.brief')}</summary>
      {brief.error && <p className="wrong">{whyOf(brief.error, say)}</p>}
      {markdown !== undefined && (
        <>
          {/* It scrolls, so the keyboard must be able to reach it. */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
          <pre tabIndex={0} dir="auto">
            {markdown}
          </pre>
          <div className="card-acts">
            <button type="button" className="button" onClick={() => void copy()}>
              {copied ? say('app.copied') : say('app.copy')}
            </button>
            <a
              className="button"
              download="brief.md"
              href={`data:text/markdown;charset=utf-8,${encodeURIComponent(markdown)}`}
            >
              {say('write.download')}
            </a>
          </div>
          <Suspense>
            <Pushes question={question.id} />
          </Suspense>
        </>
      )}
    </details>
  )
}

function Publish({ question, onChanged }: Props) {
  const say = useSay()
  const [url, setUrl] = useState('')
  const [on, setOn] = useState(() => new Date().toISOString().slice(0, 10))
  const publish = useMutation({
    mutationFn: () => put(`/questions/${question.id}/publication`, { url: url.trim(), on }),
    onSuccess: onChanged,
  })
  return (
    <form
      className="publish"
      onSubmit={(event) => {
        event.preventDefault()
        publish.mutate()
      }}
    >
      <Field label={say('write.url')} type="url" value={url} onChange={setUrl} />
      <div className="field">
        <label htmlFor="published-on">{say('write.on')}</label>
        <input id="published-on" type="date" required value={on} onChange={(event) => setOn(event.target.value)} />
      </div>
      <button type="submit" className="button" disabled={publish.isPending || url.trim() === ''}>
        {say('write.mark')}
      </button>
      {publish.error && (
        <p role="alert" className="wrong">
          {whyOf(publish.error, say)}
        </p>
      )}
    </form>
  )
}

type PublishedProps = Props & { published: NonNullable<Question['published']> }

function Published({ question, published, onChanged }: PublishedProps) {
  const say = useSay()
  const undo = useMutation({
    mutationFn: () => remove(`/questions/${question.id}/publication`),
    onSuccess: onChanged,
  })
  const day = new Date(`${published.on}T00:00:00Z`).toLocaleDateString(locale(), { dateStyle: 'long', timeZone: 'UTC' })
  return (
    <p className="published">
      {say('write.published', { day })} <Outward url={published.url}>{published.url}</Outward>{' '}
      <button type="button" className="link" disabled={undo.isPending} onClick={() => undo.mutate()}>
        {say('write.unmark')}
      </button>
    </p>
  )
}
