/** Who answers here: their roles, who is invited, and the link that brings in one more. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Colleague, Me } from '../../../src/api/shapes.ts'
import { put, remove } from '../../api/client.ts'
import { invitationsQuery, teammatesQuery } from '../../api/queries.ts'
import { Avatar } from '../../parts/Avatar.tsx'
import { Failed, whyOf } from '../../parts/Notice.tsx'
import { At } from '../../parts/Time.tsx'
import { useSay } from '../../words/words.ts'
import { Invite } from './Invite.tsx'

const Sure = lazy(() => import('../../parts/Sure.tsx'))
const roles = ['owner', 'admin', 'teammate', 'guest'] as const

export function Team({ me }: { me: Me }) {
  const say = useSay()
  const client = useQueryClient()
  const mayChange = me.teammate.role === 'owner' || me.teammate.role === 'admin'
  const teammates = useQuery(teammatesQuery)
  const invitations = useQuery({ ...invitationsQuery, enabled: mayChange }).data ?? []
  const [leaving, setLeaving] = useState<Colleague | null>(null)
  const reread = (noun: 'teammates' | 'invitations') => client.invalidateQueries({ queryKey: [noun] })
  const role = useMutation({
    mutationFn: ({ id, role }: { id: string; role: string }) => put(`/teammates/${id}`, { role }),
    onSettled: () => reread('teammates'),
  })
  const revoke = useMutation({
    mutationFn: (id: string) => remove(`/invitations/${id}`),
    onSettled: () => reread('invitations'),
  })
  return (
    <section className="setting" aria-labelledby="settings-team">
      <h2 id="settings-team">{say('settings.team')}</h2>
      {teammates.isError && (
        <Failed title={say('settings.team')} error={teammates.error} again={() => void teammates.refetch()} />
      )}
      <ul className="lines">
        {teammates.data?.map((teammate) => (
          <li key={teammate.id} className="line">
            <Avatar who={teammate} size={32} />
            <span className="line-name">
              <bdi>{teammate.name}</bdi>{' '}
              {teammate.id === me.teammate.id && <span className="soft">({say('settings.team.you')})</span>}
            </span>
            {mayChange && teammate.id !== me.teammate.id ? (
              <>
                <select
                  aria-label={say('settings.role', { name: teammate.name })}
                  value={teammate.role}
                  onChange={(event) => role.mutate({ id: teammate.id, role: event.target.value })}
                >
                  {roles.map((name) => (
                    <option key={name} value={name} disabled={name === 'owner' && me.teammate.role !== 'owner'}>
                      {say(`role.${name}`)}
                    </option>
                  ))}
                </select>
                <button
                  type="button"
                  className="icon-button"
                  aria-label={say('settings.remove', { name: teammate.name })}
                  onClick={() => setLeaving(teammate)}
                >
                  <X size={16} aria-hidden="true" />
                </button>
              </>
            ) : (
              <span className="soft">{say(`role.${teammate.role}`)}</span>
            )}
          </li>
        ))}
        {invitations.map((invitation) => (
          <li key={invitation.id} className="line">
            <Avatar who={{ id: invitation.id, name: invitation.mail }} size={32} />
            <span className="line-name">
              <bdi>{invitation.mail}</bdi>{' '}
              <span className="soft">
                {say(`role.${invitation.role}`)}, <Until at={invitation.expiresAt} />
              </span>
            </span>
            <button
              type="button"
              className="icon-button"
              aria-label={say('settings.invite.revoke', { mail: invitation.mail })}
              onClick={() => revoke.mutate(invitation.id)}
            >
              <X size={16} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      {(role.error ?? revoke.error) && (
        <p role="alert" className="wrong">
          {whyOf(role.error ?? revoke.error, say)}
        </p>
      )}
      {mayChange && <Invite onInvited={() => void reread('invitations')} />}
      <Suspense>
        {leaving && (
          <Sure
            title={say('settings.remove', { name: leaving.name })}
            question={say('settings.remove.sure', { name: leaving.name })}
            onClose={() => setLeaving(null)}
            onSure={async () => {
              await remove(`/teammates/${leaving.id}`)
              await reread('teammates')
            }}
          />
        )}
      </Suspense>
    </section>
  )
}

function Until({ at }: { at: string }) {
  const say = useSay()
  // The time stands where the sentence has it, but as a time: with its exact form on hover.
  const [before = '', after = ''] = say('settings.invite.open', { time: '|' }).split('|')
  return (
    <>
      {before}
      <At at={at} />
      {after}
    </>
  )
}
