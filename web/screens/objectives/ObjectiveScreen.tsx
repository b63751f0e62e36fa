/** One objective: where we are week by week, what moved it, and what serves it. */
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import type { Objective } from '../../../src/api/objectives/shapes.objectives.ts'
import { Refused } from '../../api/client.ts'
import { objectiveQuery } from '../../api/queries.objectives.ts'
import { Failed, Loading, Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { locale, useSay } from '../../words/words.ts'
import { Course } from './Course.tsx'
import { MovedList } from './MovedList.tsx'
import { ObjectiveForm } from './ObjectiveForm.tsx'
import { ServantName } from './ServingNone.tsx'
import { TellNumber } from './TellNumber.tsx'
import { useObjectives } from './use-objectives.ts'
import { WhereLine } from './WhereLine.tsx'
import { numberText } from './where-words.ts'
import './objectives.css'

export default function ObjectiveScreen() {
  const say = useSay()
  const { id = '' } = useParams({ strict: false })
  const objective = useQuery(objectiveQuery(id))
  if (objective.error instanceof Refused && objective.error.problem.status === 404)
    return <Notice title={say('objective.missing')} page />
  if (objective.error && objective.data === undefined)
    return <Failed title={say('objective.error')} error={objective.error} again={() => void objective.refetch()} />
  if (objective.data === undefined) return <Loading lines={6} />
  return <Whole key={objective.data.id} objective={objective.data} />
}

function Whole({ objective }: { objective: Objective }) {
  const say = useSay()
  const { letGo, takeUp } = useObjectives()
  const [changing, setChanging] = useState(false)
  const { measure, where, unit, letGoAt } = objective
  const acts = letGoAt ? (
    <button type="button" className="button quiet" onClick={() => takeUp.mutate(objective)}>
      {say('objective.take-up')}
    </button>
  ) : (
    <>
      <button type="button" className="button quiet" onClick={() => setChanging(true)}>
        {say('objective.edit')}
      </button>
      <button type="button" className="button quiet" onClick={() => letGo.mutate(objective)}>
        {say('objective.let-go')}
      </button>
    </>
  )
  return (
    <Page
      title={objective.result}
      aside={
        <div className="card-acts">
          <Link to="/objectives" className="button quiet">
            <ArrowLeft size={16} className="turns" aria-hidden="true" /> {say('objectives.title')}
          </Link>
          {acts}
        </div>
      }
    >
      <div className="objective">
        {changing && <ObjectiveForm objective={objective} onClose={() => setChanging(false)} />}
        <section aria-label={say('objectives.title')}>
          <WhereLine objective={objective} />
          {(where.is === 'behind' || where.is === 'ahead') && (
            <p className="soft">
              {say(`objective.where.${where.is}.more`, { expected: numberText(where.expected, unit, locale()) })}
            </p>
          )}
          <p className="soft">{say(`measure.${measure}.counts`)}</p>
          {measure === 'told' && letGoAt === null && <TellNumber objective={objective} />}
        </section>
        <section aria-labelledby="objective-course">
          <h2 id="objective-course">{say('objective.course')}</h2>
          <Course objective={objective} />
        </section>
        <MovedList objective={objective} />
        <Servants objective={objective} />
      </div>
    </Page>
  )
}

function Servants({ objective }: { objective: Objective }) {
  const say = useSay()
  const { untie } = useObjectives()
  return (
    <section aria-labelledby="objective-servants">
      <h2 id="objective-servants">{say('objective.servants')}</h2>
      {objective.servants.length === 0 && <p className="soft">{say('objective.servants.none')}</p>}
      <ul>
        {objective.servants.map((servant) => (
          <li key={servant.id} className="servant">
            <ServantName servant={servant} />
            <button
              type="button"
              className="button small quiet"
              aria-label={say('objective.untie.name', { name: servant.name })}
              onClick={() => untie.mutate({ servant, from: objective })}
            >
              {say('objective.untie')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
