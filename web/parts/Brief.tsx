/** Before you reply: at most six lines of what to know about somebody. Nothing where nothing is known. */
import { useQuery } from '@tanstack/react-query'
import {
  Cake,
  Flag,
  Heart,
  type LucideIcon,
  MessageCircle,
  ShieldAlert,
  ShoppingBag,
  TriangleAlert,
  UserRound,
  Users,
} from 'lucide-react'
import type { BriefLine } from '../../src/api/people/shapes.moments.ts'
import { briefQuery } from '../api/queries.ts'
import { useActions } from '../keys/keys.ts'
import { type Say, useSay } from '../words/words.ts'
import './brief.css'
import { Day } from './Day.tsx'
import { SettleButtons } from './SettleButtons.tsx'
import { Ago } from './Time.tsx'
import { useSettle } from './use-settle.ts'

export function Brief({ person, except }: { person: string; except: string }) {
  const say = useSay()
  const lines = useQuery(briefQuery(person, except)).data?.lines ?? []
  const settle = useSettle()
  const promise = lines.find((line) => line.is === 'promise')
  useActions({
    promiseKept: promise && (() => void settle(promise.id, 'kept')),
    promiseBroken: promise && (() => void settle(promise.id, 'broken')),
  })
  // The name alone stands above the thread anyway.
  if (lines.length < 2) return null
  return (
    <section className="brief" aria-label={say('brief.title')}>
      <h2>{say('brief.title')}</h2>
      <ul>
        {lines.map((line) => {
          const Sign = signOf(line)
          return (
            <li key={line.is} data-is={line.is}>
              <Sign size={15} aria-hidden="true" />
              <span>
                <Words line={line} say={say} />
              </span>
              {line.is === 'promise' && (
                <span className="brief-acts">
                  <SettleButtons text={line.text} onSettle={(as) => void settle(line.id, as)} />
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Words({ line, say }: { line: BriefLine; say: Say }) {
  switch (line.is) {
    case 'name': {
      const more = [line.spoken && say('brief.say', { spoken: line.spoken }), line.pronouns].filter(Boolean).join(', ')
      return (
        <>
          <b>
            <bdi>{line.name}</bdi>
          </b>
          {more && <span className="soft"> ({more})</span>}
        </>
      )
    }
    case 'last':
      return (
        <>
          <bdi>{say('brief.last', { words: line.preview })}</bdi>{' '}
          <span className="soft">
            <Ago at={line.at} />, {say(`state.${line.state}`)}
          </span>
        </>
      )
    case 'promise':
      return (
        <>
          <bdi>{say('brief.promise', { by: line.by, text: line.text })}</bdi>{' '}
          {line.dueDay && (
            <span className={line.overdue ? 'brief-late' : 'soft'}>
              <Day words={line.overdue ? 'brief.promise.overdue' : 'brief.promise.due'} day={line.dueDay} />
            </span>
          )}
        </>
      )
    case 'moment':
      return (
        <>
          {say(`moment.kind.${line.kind}`)}: <bdi>{line.text}</bdi>{' '}
          <span className="soft">
            <Day day={line.onDay} />
          </span>
        </>
      )
    case 'order':
      return (
        <>
          <bdi>
            {say('brief.order', {
              what: line.what || line.number,
              number: line.number,
              status: say(`order.status.${line.status}`),
            })}
          </bdi>{' '}
          <span className="soft">
            <Day day={line.onDay} />
          </span>
        </>
      )
    case 'known':
      return <bdi>{say('brief.known', { names: line.names.join(', ') })}</bdi>
    case 'careful':
      return <b>{say(`brief.careful.${line.of}`, { text: line.text ?? '' })}</b>
  }
}

function signOf(line: BriefLine): LucideIcon {
  switch (line.is) {
    case 'name':
      return UserRound
    case 'last':
      return MessageCircle
    case 'promise':
      return Flag
    case 'moment':
      return line.kind === 'celebration' ? Cake : line.kind === 'loss' ? Heart : TriangleAlert
    case 'order':
      return ShoppingBag
    case 'known':
      return Users
    case 'careful':
      return ShieldAlert
  }
}
