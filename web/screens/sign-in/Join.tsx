/** The door for whom a colleague invited. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { get, post, Refused, withQuery } from '../../api/client.ts'
import { Field } from '../../parts/Field.tsx'
import { Failed, Loading, whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'
import { Door, DoorPage } from './Door.tsx'

type Invited = { mail: string; workspace: string; by: string }

export default function Join() {
  const say = useSay()
  const router = useRouter()
  const client = useQueryClient()
  const { token = '' } = useSearch({ strict: false })
  const invited = useQuery({
    queryKey: ['invited', token],
    queryFn: () => get<Invited>(withQuery('/invitations/by-token', { token })),
    retry: false,
  })
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const join = useMutation({
    mutationFn: () => post('/join', { token, name, password }),
    onSuccess: () => {
      client.removeQueries({ queryKey: ['me'] })
      router.history.push('/')
    },
  })
  if (invited.isPending) return <Loading />
  if (invited.error instanceof Refused) return <DoorPage title={say('door.join.do')} lead={say('door.join.closed')} />
  if (invited.error)
    return <Failed title={say('door.join.do')} error={invited.error} again={() => void invited.refetch()} />
  return (
    <Door
      title={say('door.join', { workspace: invited.data.workspace })}
      lead={say('door.join.lead', { by: invited.data.by, mail: invited.data.mail })}
      submit={say('door.join.do')}
      wrong={join.error ? whyOf(join.error, say) : null}
      busy={join.isPending}
      onSubmit={() => join.mutate()}
    >
      <Field label={say('door.name')} value={name} onChange={setName} autoComplete="name" autoFocus />
      <Field
        label={say('door.password')}
        type="password"
        value={password}
        onChange={setPassword}
        hint={say('door.password.hint')}
        minLength={10}
        autoComplete="new-password"
      />
    </Door>
  )
}
