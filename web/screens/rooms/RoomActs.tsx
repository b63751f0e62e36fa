/** What can be done with a room: try now, pause, sign in again, leave. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { Room } from '../../../src/api/shapes.ts'
import { post, remove } from '../../api/client.ts'
import { channelsQuery, meQuery } from '../../api/queries.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'
import { FieldsForm } from './FieldsForm.tsx'

const SpeakDialog = lazy(() => import('../speaking/SpeakDialog.tsx'))
const Sure = lazy(() => import('../../parts/Sure.tsx'))

export function RoomActs({ room }: { room: Room }) {
  const say = useSay()
  const client = useQueryClient()
  const [asked, setAsked] = useState<'sign-in' | 'leave' | 'speak' | null>(null)
  const role = useQuery(meQuery).data?.teammate.role
  const card = useQuery(channelsQuery).data?.items.find(({ name }) => name === room.channel)
  const reread = () => client.invalidateQueries({ queryKey: ['rooms'] })
  const act = useMutation({ mutationFn: (does: () => Promise<unknown>) => does(), onSettled: reread })
  const path = `/rooms/${room.id}`
  const needsSignIn = room.health.trouble?.needs === 'sign-in'
  const mayLeave = role === 'owner' || role === 'admin'
  const pause = () => (room.paused ? remove(`${path}/pause`) : post(`${path}/pause`))
  return (
    <>
      {act.error && (
        <p role="alert" className="wrong">
          {whyOf(act.error, say)}
        </p>
      )}
      {asked === 'sign-in' && card ? (
        <FieldsForm
          fields={card.fields}
          submit={say('rooms.sign-in')}
          onCancel={() => setAsked(null)}
          onSubmit={async (fields) => {
            await post(`${path}/sign-in`, { fields })
            await reread()
            setAsked(null)
          }}
        />
      ) : (
        <div className="card-acts">
          {(needsSignIn || card?.fields.some((field) => field.kind === 'secret')) && (
            <button
              type="button"
              className={needsSignIn ? 'button main' : 'button quiet'}
              onClick={() => setAsked('sign-in')}
            >
              {say('rooms.sign-in')}
            </button>
          )}
          <button type="button" className="button quiet" onClick={() => setAsked('speak')}>
            {say('speak.first')}
          </button>
          {!room.paused && (
            <button
              type="button"
              className="button quiet"
              disabled={act.isPending}
              onClick={() => act.mutate(() => post(`${path}/again`))}
            >
              {say('rooms.again')}
            </button>
          )}
          <button type="button" className="button quiet" disabled={act.isPending} onClick={() => act.mutate(pause)}>
            {say(room.paused ? 'rooms.resume' : 'rooms.pause')}
          </button>
          {mayLeave && (
            <button type="button" className="button quiet" onClick={() => setAsked('leave')}>
              {say('rooms.leave')}
            </button>
          )}
        </div>
      )}
      <Suspense>
        {asked === 'speak' && <SpeakDialog rooms={[room]} person={null} onClose={() => setAsked(null)} />}
        {asked === 'leave' && (
          <Sure
            title={say('rooms.leave')}
            question={say('rooms.leave.sure', { name: room.name })}
            onClose={() => setAsked(null)}
            onSure={async () => {
              await remove(path)
              await Promise.all([reread(), client.resetQueries({ queryKey: ['conversations'] })])
            }}
          />
        )}
      </Suspense>
    </>
  )
}
