/** Brings a query of another tool over, and says what is not the same here. */
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Reading } from '../../../src/api/listening/shapes.listeners.ts'
import { question } from '../../api/client.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'

const tools = { brandwatch: 'Brandwatch', talkwalker: 'Talkwalker', x: 'X' }

export function ImportBox({ onTake }: { onTake: (query: string) => void }) {
  const say = useSay()
  const id = useId()
  const [from, setFrom] = useState('brandwatch')
  const [pasted, setPasted] = useState('')
  const read = useMutation({
    mutationFn: () => question<Reading>('/listeners/reading', { query: pasted, from, look: false }),
    onSuccess: ({ query }) => query !== null && onTake(query),
  })
  const answer = read.data
  return (
    <details className="import">
      <summary>{say('import.title')}</summary>
      <div className="import-form">
        <div className="field">
          <label htmlFor={`${id}-from`}>{say('import.from')}</label>
          <select id={`${id}-from`} value={from} onChange={(event) => setFrom(event.target.value)}>
            {Object.entries(tools).map(([name, title]) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-query`}>{say('import.query')}</label>
          <textarea
            id={`${id}-query`}
            rows={3}
            dir="auto"
            spellCheck={false}
            value={pasted}
            aria-invalid={answer?.error ? true : undefined}
            aria-describedby={answer ? `${id}-told` : undefined}
            onChange={(event) => {
              setPasted(event.target.value)
              read.reset()
            }}
          />
        </div>
        <button
          type="button"
          className="button"
          disabled={pasted.trim() === '' || read.isPending}
          onClick={() => read.mutate()}
        >
          {say('import.do')}
        </button>
      </div>
      <div id={`${id}-told`} role="status">
        {read.error && <p className="wrong">{whyOf(read.error, say)}</p>}
        {answer && <Told answer={answer} />}
      </div>
    </details>
  )
}

function Told({ answer: { query, error, notCarried } }: { answer: Reading }) {
  const say = useSay()
  if (error)
    return (
      <p className="wrong">{say('query.wrong.line', { line: error.line, column: error.column, why: error.problem })}</p>
    )
  return (
    <>
      <p>{query === null ? say('import.nothing') : say('import.done', { n: notCarried.length })}</p>
      {notCarried.length > 0 && (
        <ul className="not-carried">
          {notCarried.map(({ at, written, is, why, finds }) => (
            <li key={`${at} ${why}`}>
              <code dir="ltr">{written}</code> <b>{say(`import.${is}`)}</b> <bdi>{why}</bdi>{' '}
              <span className="soft">{say(`import.finds.${finds}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
