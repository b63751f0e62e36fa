/** Programs of others that we tell something: added, with the secret shown once, and taken away. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { MadeReceiver, Receiver } from '../../../src/api/questions/shapes.receivers.ts'
import type { Me } from '../../../src/api/shapes.ts'
import { post, remove } from '../../api/client.ts'
import { receiversQuery } from '../../api/queries.receivers.ts'
import { Field } from '../../parts/Field.tsx'
import { Failed, whyOf } from '../../parts/Notice.tsx'
import { Secret } from '../../parts/Secret.tsx'
import { useSay } from '../../words/words.ts'

const Sure = lazy(() => import('../../parts/Sure.tsx'))

export function Receivers({ me }: { me: Me }) {
  const say = useSay()
  const client = useQueryClient()
  const receivers = useQuery(receiversQuery)
  const [leaving, setLeaving] = useState<Receiver | null>(null)
  const rules = me.teammate.role === 'owner' || me.teammate.role === 'admin'
  const reread = () => client.invalidateQueries({ queryKey: receiversQuery.queryKey })
  return (
    <section className="setting" aria-labelledby="settings-receivers">
      <h2 id="settings-receivers">{say('receivers.title')}</h2>
      <p className="soft">{say('receivers.lead')}</p>
      {receivers.isError && (
        <Failed title={say('receivers.title')} error={receivers.error} again={() => void receivers.refetch()} />
      )}
      {receivers.data?.items.length === 0 && <p>{say('receivers.none')}</p>}
      <ul className="lines">
        {receivers.data?.items.map((it) => (
          <li key={it.id} className="line">
            <span className="line-name">
              <bdi>{it.name}</bdi>{' '}
              <span className="soft" dir="ltr">
                {it.url}
              </span>
            </span>
            {rules && (
              <button
                type="button"
                className="icon-button"
                aria-label={say('receivers.remove', { name: it.name })}
                onClick={() => setLeaving(it)}
              >
                <X size={16} aria-hidden="true" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {rules && <NewReceiver onMade={() => void reread()} />}
      <Suspense>
        {leaving && (
          <Sure
            title={say('app.delete')}
            question={say('receivers.remove.sure', { name: leaving.name })}
            onClose={() => setLeaving(null)}
            onSure={async () => {
              await remove(`/receivers/${leaving.id}`)
              await reread()
            }}
          />
        )}
      </Suspense>
    </section>
  )
}

function NewReceiver({ onMade }: { onMade: () => void }) {
  const say = useSay()
  const [name, setName] = useState('')
  const [url, setUrl] = useState('')
  const make = useMutation({
    mutationFn: () => post<MadeReceiver>('/receivers', { name, url: url.trim() }),
    onSuccess: () => {
      setName('')
      setUrl('')
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
        <Field label={say('receivers.name')} value={name} onChange={setName} autoComplete="off" />
        <Field label={say('receivers.url')} type="url" value={url} onChange={setUrl} autoComplete="off" />
        <button type="submit" className="button" disabled={make.isPending}>
          {say('receivers.add')}
        </button>
      </form>
      {make.error && (
        <p role="alert" className="wrong">
          {whyOf(make.error, say)}
        </p>
      )}
      {make.data && <Secret value={make.data.secret} words={say('receivers.secret')} />}
    </>
  )
}
