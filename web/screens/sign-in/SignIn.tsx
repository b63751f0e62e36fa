/** Signing in with mail address and password; afterwards one stands where one wanted to go. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { post, Refused } from '../../api/client.ts'
import { Field } from '../../parts/Field.tsx'
import { whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'
import { Door } from './Door.tsx'

export default function SignIn() {
  const say = useSay()
  const router = useRouter()
  const client = useQueryClient()
  const { to } = useSearch({ strict: false })
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useMutation({
    mutationFn: () => post('/api/auth/sign-in/email', { email, password }),
    onSuccess: () => {
      client.clear()
      // Only ever to a place of this desk: "//elsewhere.example" is none.
      router.history.push(to?.startsWith('/') && !/^\/[/\\]/.test(to) ? to : '/')
    },
  })
  const mismatch = signIn.error instanceof Refused && signIn.error.problem.status === 401
  const wrong = signIn.error === null ? null : mismatch ? say('door.wrong') : whyOf(signIn.error, say)
  return (
    <Door
      title={say('door.sign-in')}
      submit={say('door.sign-in')}
      wrong={wrong}
      busy={signIn.isPending}
      onSubmit={() => signIn.mutate()}
    >
      <Field
        label={say('door.mail')}
        type="email"
        value={email}
        onChange={setEmail}
        autoComplete="username"
        autoFocus
      />
      <Field
        label={say('door.password')}
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
      />
    </Door>
  )
}
