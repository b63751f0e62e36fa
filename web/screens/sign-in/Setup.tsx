/** The first door: whoever holds the one-time link becomes the owner. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { get, post, Refused, withQuery } from '../../api/client.ts'
import { Field } from '../../parts/Field.tsx'
import { Failed, Loading, whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'
import { Door, DoorPage } from './Door.tsx'

export default function Setup() {
  const say = useSay()
  const router = useRouter()
  const client = useQueryClient()
  const { token = '', ...known } = useSearch({ strict: false })
  const open = useQuery({
    queryKey: ['setup', token],
    queryFn: () => get<{ open: boolean }>(withQuery('/setup', { token })),
    retry: false,
  })
  const [name, setName] = useState('')
  const [workspace, setWorkspace] = useState(known.workspace ?? '')
  const [mail, setMail] = useState(known.mail ?? '')
  const [password, setPassword] = useState('')
  const setup = useMutation({
    mutationFn: () => post('/setup', { token, name, mail, password, workspace }),
    onSuccess: () => {
      client.removeQueries({ queryKey: ['me'] })
      router.history.push('/begin')
    },
  })
  if (open.isPending) return <Loading />
  if (open.error instanceof Refused) return <DoorPage title={say('door.setup')} lead={say('door.setup.closed')} />
  if (open.error) return <Failed title={say('door.setup')} error={open.error} again={() => void open.refetch()} />
  const field = setup.error instanceof Refused ? (setup.error.problem.field ?? null) : null
  const why = setup.error ? whyOf(setup.error, say) : null
  const at = (name: string) => (field === name ? why : null)
  return (
    <Door
      title={say('door.setup')}
      lead={say('door.setup.lead')}
      submit={say('door.setup.do')}
      wrong={field === null ? why : null}
      busy={setup.isPending}
      onSubmit={() => setup.mutate()}
    >
      <Field
        label={say('door.name')}
        value={name}
        onChange={setName}
        autoComplete="name"
        autoFocus
        wrong={at('name')}
      />
      <Field
        label={say('door.workspace')}
        value={workspace}
        onChange={setWorkspace}
        hint={say('door.workspace.hint')}
        autoComplete="organization"
        wrong={at('workspace')}
      />
      <Field
        label={say('door.mail')}
        type="email"
        value={mail}
        onChange={setMail}
        autoComplete="username"
        wrong={at('mail')}
      />
      <Field
        label={say('door.password')}
        type="password"
        value={password}
        onChange={setPassword}
        hint={say('door.password.hint')}
        minLength={10}
        autoComplete="new-password"
        wrong={at('password')}
      />
    </Door>
  )
}
