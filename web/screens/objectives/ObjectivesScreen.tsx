/** What we want the desk to bring about and where we are; what serves none of it; and wanting something new. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ObjectiveLine } from '../../../src/api/objectives/shapes.objectives.ts'
import { objectivesQuery } from '../../api/queries.objectives.ts'
import { Failed, Loading, Notice } from '../../parts/Notice.tsx'
import { ObjectiveTabs } from '../../parts/ObjectiveTabs.tsx'
import { Page } from '../../parts/Page.tsx'
import { useSay } from '../../words/words.ts'
import { ObjectiveForm } from './ObjectiveForm.tsx'
import { ServingNone } from './ServingNone.tsx'
import { WhereLine } from './WhereLine.tsx'
import './objectives.css'

export default function ObjectivesScreen() {
  const say = useSay()
  const objectives = useQuery(objectivesQuery)
  const [making, setMaking] = useState(false)
  const all = objectives.data?.items ?? []
  const standing = all.filter(({ letGoAt }) => letGoAt === null)
  const gone = all.filter(({ letGoAt }) => letGoAt !== null)
  const add = (
    <button type="button" className="button main" onClick={() => setMaking(true)}>
      {say('objectives.new')}
    </button>
  )
  return (
    <Page
      title={say('objectives.title')}
      lead={say('objectives.lead')}
      aside={!making && standing.length > 0 ? add : undefined}
    >
      <ObjectiveTabs />
      {objectives.isPending && <Loading lines={6} />}
      {objectives.error && !objectives.data && (
        <Failed title={say('objectives.error')} error={objectives.error} again={() => void objectives.refetch()} />
      )}
      {making && <ObjectiveForm onClose={() => setMaking(false)} />}
      {objectives.data && standing.length === 0 && !making && (
        <Notice title={say('objectives.none')}>
          <p>{say('objectives.none.more')}</p>
          {add}
        </Notice>
      )}
      <Lines objectives={standing} />
      {objectives.data && <ServingNone servants={objectives.data.servingNone} objectives={standing} />}
      {gone.length > 0 && (
        <details className="objectives-gone">
          <summary>{say('objectives.gone', { n: gone.length })}</summary>
          <Lines objectives={gone} />
        </details>
      )}
    </Page>
  )
}

function Lines({ objectives }: { objectives: readonly ObjectiveLine[] }) {
  if (objectives.length === 0) return null
  return (
    <ul className="objectives">
      {objectives.map((objective) => (
        <li key={objective.id} className="objective-line">
          <h2>
            <Link to="/objectives/$id" params={{ id: objective.id }}>
              <bdi>{objective.result}</bdi>
            </Link>
          </h2>
          <WhereLine objective={objective} />
        </li>
      ))}
    </ul>
  )
}
