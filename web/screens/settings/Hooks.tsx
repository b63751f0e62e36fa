/** Doors for signed messages of other programs: made, given a new secret, closed; the secret is shown once. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Hook, MadeHook } from '../../../src/api/workspace/shapes.hooks.ts'
import { post, remove } from '../../api/client.ts'
import { hooksQuery } from '../../api/queries.orders.ts'
import { Field } from '../../parts/Field.tsx'
import { whyOf } from '../../parts/Notice.tsx'
import { Secret } from '../../parts/Secret.tsx'
import { shortTime } from '../../parts/time-words.ts'
import { locale, useSay } from '../../words/words.ts'

const Sure = lazy(() => import('../../parts/Sure.tsx'))
const DeliveryLog = lazy(() => import('./DeliveryLog.tsx'))
type Asked = { is: 'roll' | 'revoke' | 'log'; hook: Hook }

export function Hooks() {
  const say = useSay()
  const client = useQueryClient()
  const hooks = useQuery(hooksQuery).data?.items
  const [made, setMade] = useState<MadeHook | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const reread = () => client.invalidateQueries({ queryKey: ['hooks'] })
  const end = () => setAsked(null)
  const name = asked?.hook.name ?? ''
  return (
    <section className="setting" aria-labelledby="settings-hooks">
      <h2 id="settings-hooks">{say('hooks.title')}</h2>
      <p className="soft">{say('hooks.lead')}</p>
      {hooks?.length === 0 && <p>{say('hooks.none')}</p>}
      <ul className="lines">
        {hooks?.map((hook) => (
          <HookLine key={hook.id} hook={hook} onAsk={(is) => setAsked({ is, hook })} />
        ))}
      </ul>
      <NewHook
        onMade={(it) => {
          setMade(it)
          void reread()
        }}
      />
      {made && <Secret value={made.secret} words={`${made.hook.name}: ${say('hooks.secret')}`} />}
      <Suspense>
        {asked?.is === 'log' && <DeliveryLog hook={asked.hook} onClose={end} />}
        {asked?.is === 'roll' && (
          <Sure
            title={say('hooks.roll')}
            question={say('hooks.roll.sure', { name })}
            onClose={end}
            onSure={async () => {
              setMade(await post<MadeHook>(`/hooks/${asked.hook.id}/secret`))
              await reread()
            }}
          />
        )}
        {asked?.is === 'revoke' && (
          <Sure
            title={say('app.delete')}
            question={say('hooks.revoke.sure', { name })}
            onClose={end}
            onSure={async () => {
              await remove(`/hooks/${asked.hook.id}`)
              await reread()
            }}
          />
        )}
      </Suspense>
    </section>
  )
}

function HookLine({ hook, onAsk }: { hook: Hook; onAsk: (is: Asked['is']) => void }) {
  const say = useSay()
  const { name, url, last, olderUntil, turnedAway } = hook
  const short = (at: string) => shortTime(new Date(at), new Date(), locale())
  return (
    <li className="line">
      <div className="line-name">
        <p>
          <bdi>{name}</bdi>{' '}
          <span className="soft">
            {last ? say('hooks.last', { time: short(last) }) : say('hooks.never')}
            {olderUntil && ` · ${say('hooks.older', { time: short(olderUntil) })}`}
          </span>
        </p>
        <p className="soft">
          <code>{url}</code>
        </p>
        {turnedAway && (
          <p className="soft">
            {say('hooks.away', { n: turnedAway.times, time: short(turnedAway.at), why: turnedAway.why })}
          </p>
        )}
        <p className="card-acts">
          <button
            type="button"
            className="link"
            aria-label={say('hooks.log.name', { name })}
            onClick={() => onAsk('log')}
          >
            {say('hooks.log')}
          </button>
          <button
            type="button"
            className="link"
            aria-label={say('hooks.roll.name', { name })}
            onClick={() => onAsk('roll')}
          >
            {say('hooks.roll')}
          </button>
        </p>
      </div>
      <button
        type="button"
        className="icon-button"
        aria-label={say('hooks.revoke.name', { name })}
        onClick={() => onAsk('revoke')}
      >
        <X size={16} aria-hidden="true" />
      </button>
    </li>
  )
}

function NewHook({ onMade }: { onMade: (made: MadeHook) => void }) {
  const say = useSay()
  const [name, setName] = useState('')
  const make = useMutation({
    mutationFn: () => post<MadeHook>('/hooks', { name }),
    onSuccess: (made) => {
      setName('')
      onMade(made)
    },
  })
  return (
    <form
      className="inline-form"
      onSubmit={(event) => {
        event.preventDefault()
        make.mutate()
      }}
    >
      <Field label={say('hooks.name')} value={name} onChange={setName} autoComplete="off" />
      <button type="submit" className="button" disabled={make.isPending}>
        {say('hooks.make')}
      </button>
      {make.error && (
        <p role="alert" className="wrong">
          {whyOf(make.error, say)}
        </p>
      )}
    </form>
  )
}
