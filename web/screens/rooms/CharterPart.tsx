/** The charter on a room's card: read there, and written in its place. */
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { Charter } from '../../../src/api/rooms/shapes.charter.ts'
import type { Room } from '../../../src/api/shapes.ts'
import { charterQuery } from '../../api/charter.ts'
import { teammatesQuery } from '../../api/queries.ts'
import { promisesIn } from '../../parts/CharterLine.tsx'
import { locale, useSay } from '../../words/words.ts'
import { hoursText } from './hours-text.ts'
import { Overruled } from './Overruled.tsx'

const CharterForm = lazy(() => import('./CharterForm.tsx'))

export function CharterPart({ room }: { room: Room }) {
  const say = useSay()
  const [editing, setEditing] = useState(false)
  const charter = useQuery(charterQuery(room.id)).data
  if (charter === undefined) return null
  const bare = charter.purpose === '' && charter.tone.length === 0 && Object.keys(charter.promises).length === 0
  return (
    <section className="charter" aria-label={say('charter.of', { name: room.name })}>
      {editing ? (
        <Suspense>
          <CharterForm room={room} charter={charter} onClose={() => setEditing(false)} />
        </Suspense>
      ) : (
        <>
          {bare ? <p className="soft">{say('charter.none')}</p> : <Read charter={charter} />}
          <button type="button" className="link" onClick={() => setEditing(true)}>
            {say(bare ? 'charter.write' : 'charter.edit')}
          </button>
          <Overruled room={room.id} />
        </>
      )}
    </section>
  )
}

function Read({ charter }: { charter: Charter }) {
  const say = useSay()
  const owner = useQuery(teammatesQuery).data?.find(({ id }) => id === charter.ownerId)?.name ?? ''
  const lines = [
    [say('charter.purpose'), charter.purpose],
    [say('charter.tone'), charter.tone.join(', ')],
    [say('charter.good'), charter.good],
    [say('charter.bad'), charter.bad],
    [say('charter.promises'), promisesIn(charter, say).join(' · ')],
    [say('charter.hours'), hoursText(charter.hours, say, locale())],
    [say('charter.etiquette'), charter.etiquette],
    [say('charter.never'), charter.never],
    [say('charter.owner'), owner],
  ] as const
  return (
    <dl className="charter-read">
      {lines.map(
        ([name, words]) =>
          words !== '' && (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{words}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
