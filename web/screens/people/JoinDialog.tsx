/** Before two people become one: who it is, what each holds, which name stays, and why. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Person } from '../../../src/api/people/shapes.people.ts'
import { joinPreviewQuery } from '../../api/queries.ts'
import { ChannelGlyph } from '../../parts/ChannelGlyph.tsx'
import { Failed, Loading, whyOf } from '../../parts/Notice.tsx'
import { PersonSearch } from '../../parts/PersonSearch.tsx'
import { Popup } from '../../parts/Popup.tsx'
import { locale, useSay } from '../../words/words.ts'
import { useJoining } from './use-joining.ts'
import { Why } from './Why.tsx'

type Props = { person: Person; other: string | null; onClose: () => void }

export default function JoinDialog({ person, other: offered, onClose }: Props) {
  const say = useSay()
  const [other, setOther] = useState(offered)
  return (
    <Popup title={say('join.title')} onClose={onClose}>
      {other === null ? (
        <PersonSearch except={person.id} onChoose={setOther} />
      ) : (
        <Preview ids={[person.id, other]} onClose={onClose} />
      )}
    </Popup>
  )
}

function Preview({ ids, onClose }: { ids: [string, string]; onClose: () => void }) {
  const say = useSay()
  const [swapped, setSwapped] = useState(false)
  const [keepId, absorbId] = swapped ? [ids[1], ids[0]] : ids
  const preview = useQuery(joinPreviewQuery(keepId, absorbId))
  const { join } = useJoining()
  if (preview.error) return <Failed title={say('person.error')} error={preview.error} />
  if (!preview.data) return <Loading lines={3} />
  const { keep, absorb, evidence, refusal } = preview.data
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        join.mutate({ keep, absorb }, { onSuccess: onClose })
      }}
    >
      <div className="join-sides">
        <Side person={keep} title={say('join.keeps')} />
        <Side person={absorb} title={say('join.comes')} />
      </div>
      <h3>{say('join.evidence')}</h3>
      {evidence.length > 0 ? <Why evidence={evidence} /> : <p className="soft">{say('join.by-hand')}</p>}
      <p className="soft">{say('join.safe')}</p>
      {(refusal ?? join.error) && (
        <p role="alert" className="wrong">
          {refusal ?? whyOf(join.error, say)}
        </p>
      )}
      <div className="popup-foot">
        <button type="button" className="button" onClick={() => setSwapped(!swapped)}>
          {say('join.swap')}
        </button>
        <button type="submit" className="button main" disabled={refusal !== null || join.isPending}>
          {say('join.do')}
        </button>
      </div>
    </form>
  )
}

function Side({ person, title }: { person: Person; title: string }) {
  const say = useSay()
  const day = new Date(person.firstMet).toLocaleDateString(locale(), { dateStyle: 'medium' })
  return (
    <section className="join-side">
      <h3>{title}</h3>
      <p className="join-name">
        <bdi>{person.name}</bdi>
      </p>
      <ul className="person-names">
        {person.identities.map((it) => (
          <li key={it.id}>
            <ChannelGlyph channel={it.channel} size={14} /> <bdi>{it.handle ?? it.name ?? it.channel}</bdi>
          </li>
        ))}
      </ul>
      <p className="soft">{say('join.holds', { n: person.messages, day })}</p>
    </section>
  )
}
