/** Invites a colleague: makes a link that works once, to be given to them in any way. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Invitation } from '../../../src/api/shapes.ts'
import { post } from '../../api/client.ts'
import { Field } from '../../parts/Field.tsx'
import { whyOf } from '../../parts/Notice.tsx'
import { Secret } from '../../parts/Secret.tsx'
import { shortTime } from '../../parts/time-words.ts'
import { locale, useSay } from '../../words/words.ts'

const roles = ['admin', 'teammate', 'guest'] as const

export function Invite({ onInvited }: { onInvited: () => void }) {
  const say = useSay()
  const [mail, setMail] = useState('')
  const [role, setRole] = useState<string>('teammate')
  const invite = useMutation({
    mutationFn: () => post<{ invitation: Invitation; link: string }>('/invitations', { mail, role }),
    onSuccess: () => {
      setMail('')
      onInvited()
    },
  })
  const made = invite.data
  return (
    <>
      <form
        className="inline-form"
        onSubmit={(event) => {
          event.preventDefault()
          invite.mutate()
        }}
      >
        <Field
          label={say('settings.invite.mail')}
          type="email"
          value={mail}
          onChange={setMail}
          autoComplete="off"
          wrong={invite.error ? whyOf(invite.error, say) : null}
        />
        <div className="field">
          <label htmlFor="invite-role">{say('settings.invite.role')}</label>
          <select id="invite-role" value={role} onChange={(event) => setRole(event.target.value)}>
            {roles.map((name) => (
              <option key={name} value={name}>
                {say(`role.${name}`)}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="button" disabled={invite.isPending}>
          {say('settings.invite')}
        </button>
      </form>
      {made && (
        <Secret
          value={made.link}
          words={say('settings.invite.link', {
            mail: made.invitation.mail,
            time: shortTime(new Date(made.invitation.expiresAt), new Date(), locale()),
          })}
        />
      )}
    </>
  )
}
