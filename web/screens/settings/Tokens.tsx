/** API tokens: for programs; the secret of a new one is shown once. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Me, Token } from '../../../src/api/shapes.ts'
import { post, remove } from '../../api/client.ts'
import { tokensQuery } from '../../api/queries.ts'
import { Field } from '../../parts/Field.tsx'
import { Failed, whyOf } from '../../parts/Notice.tsx'
import { Secret } from '../../parts/Secret.tsx'
import { shortTime } from '../../parts/time-words.ts'
import { locale, useSay } from '../../words/words.ts'

const Sure = lazy(() => import('../../parts/Sure.tsx'))

export function Tokens({ me }: { me: Me }) {
  const say = useSay()
  const client = useQueryClient()
  const tokens = useQuery(tokensQuery)
  const [leaving, setLeaving] = useState<Token | null>(null)
  const reread = () => client.invalidateQueries({ queryKey: ['tokens'] })
  const short = (at: string) => shortTime(new Date(at), new Date(), locale())
  return (
    <section className="setting" aria-labelledby="settings-tokens">
      <h2 id="settings-tokens">{say('settings.tokens')}</h2>
      <p className="soft">{say('settings.tokens.lead')}</p>
      {tokens.isError && (
        <Failed title={say('settings.tokens')} error={tokens.error} again={() => void tokens.refetch()} />
      )}
      {tokens.data?.length === 0 && <p>{say('settings.tokens.none')}</p>}
      <ul className="lines">
        {tokens.data?.map((token) => (
          <li key={token.id} className="line">
            <span className="line-name">
              <bdi>{token.name}</bdi>{' '}
              <span className="soft">
                {token.scopes.map((scope) => say(`scope.${scope}`)).join(', ')} ·{' '}
                {token.lastUsed
                  ? say('settings.tokens.used', { time: short(token.lastUsed) })
                  : say('settings.tokens.unused')}
                {token.expiresAt && ` · ${say('settings.tokens.expires', { time: short(token.expiresAt) })}`}
              </span>
            </span>
            <button
              type="button"
              className="icon-button"
              aria-label={say('settings.tokens.revoke', { name: token.name })}
              onClick={() => setLeaving(token)}
            >
              <X size={16} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <NewToken me={me} onMade={() => void reread()} />
      <Suspense>
        {leaving && (
          <Sure
            title={say('app.delete')}
            question={say('settings.tokens.revoke.sure', { name: leaving.name })}
            onClose={() => setLeaving(null)}
            onSure={async () => {
              await remove(`/tokens/${leaving.id}`)
              await reread()
            }}
          />
        )}
      </Suspense>
    </section>
  )
}

function NewToken({ me, onMade }: { me: Me; onMade: () => void }) {
  const say = useSay()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<Me['scopes']>(['read'])
  const [days, setDays] = useState('90')
  const make = useMutation({
    mutationFn: () =>
      post<{ token: Token; secret: string }>('/tokens', { name, scopes, days: days === '' ? null : Number(days) }),
    onSuccess: () => {
      setName('')
      onMade()
    },
  })
  return (
    <>
      <form
        className="inline-form"
        onSubmit={(event) => {
          event.preventDefault()
          make.mutate()
        }}
      >
        <Field label={say('settings.tokens.name')} value={name} onChange={setName} autoComplete="off" />
        <fieldset>
          <legend>{say('settings.tokens.scopes')}</legend>
          {me.scopes.map((scope) => (
            <label key={scope} className="check">
              <input
                type="checkbox"
                checked={scopes.includes(scope)}
                onChange={(event) =>
                  setScopes((now) => (event.target.checked ? [...now, scope] : now.filter((other) => other !== scope)))
                }
              />
              {say(`scope.${scope}`)}
            </label>
          ))}
        </fieldset>
        <Field label={say('settings.tokens.days')} type="number" value={days} onChange={setDays} optional />
        <button type="submit" className="button" disabled={make.isPending || scopes.length === 0}>
          {say('settings.tokens.make')}
        </button>
      </form>
      {make.error && (
        <p role="alert" className="wrong">
          {whyOf(make.error, say)}
        </p>
      )}
      {make.data && <Secret value={make.data.secret} words={say('settings.tokens.secret')} />}
    </>
  )
}
