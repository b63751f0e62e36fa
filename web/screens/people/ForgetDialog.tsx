/** Before somebody is forgotten: under which names we know them, and how much goes. It can't be undone. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Person } from '../../../src/api/people/shapes.people.ts'
import { remove } from '../../api/client.ts'
import { forgettingQuery } from '../../api/queries.ts'
import { ChannelGlyph } from '../../parts/ChannelGlyph.tsx'
import { did } from '../../parts/last-act.ts'
import { Failed, Loading, whyOf } from '../../parts/Notice.tsx'
import { Popup } from '../../parts/Popup.tsx'
import { useSay } from '../../words/words.ts'

const goes = ['messages', 'replies', 'notes', 'moments', 'ties'] as const

export default function ForgetDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const say = useSay()
  const client = useQueryClient()
  const navigate = useNavigate()
  const preview = useQuery(forgettingQuery(person.id))
  const forget = useMutation({
    mutationFn: () => remove(`/people/${person.id}`),
    onSuccess: async () => {
      onClose()
      await navigate({ to: '/' })
      client.removeQueries({ queryKey: ['person'] })
      await client.invalidateQueries()
      did({ said: say('did.forgotten'), leavesAt: null, undo: null })
    },
  })
  const { data } = preview
  return (
    <Popup title={say('forget.question', { name: person.name })} onClose={onClose}>
      {preview.error && data === undefined && (
        <Failed title={say('person.error')} error={preview.error} again={() => void preview.refetch()} />
      )}
      {preview.isPending && <Loading lines={4} />}
      {data && (
        <>
          <ul className="person-names" aria-label={say('person.names')}>
            {data.names.map(({ channel, name }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the names of one person never change places
              <li key={at}>
                <ChannelGlyph channel={channel} size={14} /> <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
          <p>{say('forget.goes')}</p>
          <ul className="forget-goes">
            {goes.map((what) => (
              <li key={what}>{say(`forget.goes.${what}`, { n: data.goes[what] })}</li>
            ))}
          </ul>
          <p className="soft">{say('forget.stays')}</p>
        </>
      )}
      {forget.error && (
        <p role="alert" className="wrong">
          {whyOf(forget.error, say)}
        </p>
      )}
      <div className="popup-foot">
        <button type="button" className="button" onClick={onClose}>
          {say('app.cancel')}
        </button>
        <button
          type="button"
          className="button harmful"
          disabled={data === undefined || forget.isPending}
          onClick={() => forget.mutate()}
        >
          {say('forget.sure')}
        </button>
      </div>
    </Popup>
  )
}
