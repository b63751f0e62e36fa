/** What the query would have heard: how many, when, and the newest, each of which can be called ours or not. */
import { useRef, useState } from 'react'
import type { Reading } from '../../../src/api/listening/shapes.listeners.ts'
import { useActions } from '../../keys/keys.ts'
import { Keys } from '../../keys/Palette.tsx'
import { locale, useSay } from '../../words/words.ts'
import { Days } from './Days.tsx'
import { ExampleItem } from './ExampleItem.tsx'
import { type Judged, standingOf } from './judged.ts'
import './tried.css'

export const shownFirst = 10
export const shownMost = 50

type Props = {
  found: NonNullable<Reading['found']>
  judged: Judged
  onJudge: (id: string, kept: boolean | null, aboutUs: boolean) => void
  /** Null: there are no more to show. */
  onMore: (() => void) | null
  /** It is being read again; what stands here is of before. */
  stale: boolean
}

export function Tried({ found, judged, onJudge, onMore, stale }: Props) {
  const say = useSay()
  const list = useRef<HTMLOListElement>(null)
  const [active, setActive] = useState(0)
  const { examples, messages } = found
  const judge = (place: number, aboutUs: boolean) => {
    const example = examples[place]
    if (!example) return
    onJudge(example.message.id, example.judgement?.aboutUs ?? null, aboutUs)
    go(place + 1)
  }
  const go = (place: number) => {
    const to = Math.max(0, Math.min(place, examples.length - 1))
    setActive(to)
    list.current?.children[to]?.scrollIntoView({ block: 'nearest' })
  }
  useActions(
    examples.length === 0
      ? {}
      : {
          next: () => go(active + 1),
          previous: () => go(active - 1),
          aboutUs: () => judge(active, true),
          notAboutUs: () => judge(active, false),
        },
  )
  const count = messages.toLocaleString(locale())
  return (
    <section className="tried" aria-labelledby="tried-title" data-stale={stale || undefined}>
      <h2 id="tried-title">{say('tried.title')}</h2>
      <p className="tried-count" role="status">
        {found.atLeast ? say('tried.atLeast', { n: messages, count }) : say('tried.count', { n: messages, count })}
      </p>
      {messages > 0 && <Days {...found} />}
      {found.atLeast && <p className="hint">{say('tried.atLeast.why')}</p>}
      {examples.length > 0 && (
        <>
          <p className="hint tried-keys">
            {say('tried.keys')} <Keys keys={['y']} /> {say('tried.about')} <Keys keys={['x']} /> {say('tried.not')}{' '}
            <Keys keys={['j', 'k']} /> {say('tried.keys.move')}
          </p>
          <ol ref={list} className="examples" aria-label={say('tried.examples')}>
            {examples.map((example, place) => (
              <ExampleItem
                key={example.message.id}
                example={example}
                standing={standingOf(judged, example.message.id, example.judgement?.aboutUs ?? null)}
                active={place === active}
                onActive={() => setActive(place)}
                onJudge={(aboutUs) => judge(place, aboutUs)}
              />
            ))}
          </ol>
        </>
      )}
      {onMore && (
        <button type="button" className="button small" onClick={onMore}>
          {say('tried.more')}
        </button>
      )}
    </section>
  )
}
