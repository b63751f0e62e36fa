/** The first run: one objective, the team, at most three rooms, our names, one answer. Each step can be left and come back to. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Check } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { FirstSteps } from '../../../src/api/objectives/shapes.objectives.ts'
import { firstStepsQuery } from '../../api/queries.objectives.ts'
import { DemoWay } from '../../parts/DemoWay.tsx'
import { Failed, Loading } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { locale, type Say, useSay } from '../../words/words.ts'
import { ObjectiveForm } from '../objectives/ObjectiveForm.tsx'
import '../objectives/objectives.css'
import { AnswerStep } from './AnswerStep.tsx'
import { NamesStep } from './NamesStep.tsx'
import { RoomsStep } from './RoomsStep.tsx'
import { TeamStep } from './TeamStep.tsx'
import './begin.css'

const names = ['objective', 'team', 'rooms', 'names', 'answer'] as const
type StepName = (typeof names)[number]

export default function BeginScreen() {
  const say = useSay()
  const steps = useQuery({ ...firstStepsQuery, refetchOnMount: 'always' })
  const [open, setOpen] = useState<StepName | null>(null)
  /** The team is whoever is here: it was looked at, which nobody writes down. */
  const [metTeam, setMetTeam] = useState(false)
  const done = steps.data ? doneOf(steps.data, metTeam) : null
  const first = done && (names.find((name) => !done[name]) ?? null)
  // The first that is not done stands open until somebody opens another.
  const shown = open ?? first
  // What was opened and then done makes way for the next.
  const shownIsDone = open !== null && done?.[open] === true
  useEffect(() => {
    if (shownIsDone) setOpen(null)
  }, [shownIsDone])
  return (
    <Page title={say('begin.page.title')} lead={say('begin.page.lead')}>
      {steps.isPending && <Loading lines={5} />}
      {steps.error && !steps.data && (
        <Failed title={say('begin.page.error')} error={steps.error} again={() => void steps.refetch()} />
      )}
      {steps.data && done && (
        <ol className="steps">
          {names.map((name) => (
            <li key={name} className="step" data-done={done[name] || undefined}>
              <h2>
                <button
                  type="button"
                  className="step-head"
                  aria-expanded={shown === name}
                  onClick={() => setOpen(shown === name ? null : name)}
                >
                  <span className="step-sign" aria-hidden="true">
                    {done[name] ? <Check size={18} /> : names.indexOf(name) + 1}
                  </span>
                  <span>
                    {say(`begin.step.${name}`)}
                    {done[name] && <span className="aloud"> ({say('begin.done')})</span>}
                  </span>
                </button>
              </h2>
              <p className="soft step-fact">{factOf(name, steps.data, say)}</p>
              {shown === name && <div className="step-body">{bodyOf(name, steps.data, () => setMetTeam(true))}</div>}
            </li>
          ))}
        </ol>
      )}
      {first === null && steps.data && (
        <p className="begin-ready">
          {say('begin.ready')} <Link to="/">{say('app.home')}</Link>
        </p>
      )}
      {steps.data?.rooms === 0 && (
        <section className="begin-else" aria-label={say('begin.demo')}>
          <DemoWay />
        </section>
      )}
    </Page>
  )
}

const doneOf = (steps: FirstSteps, metTeam: boolean): Record<StepName, boolean> => ({
  objective: steps.objective !== null,
  team: metTeam || steps.team > 1 || steps.invited > 0 || steps.rooms > 0,
  rooms: steps.rooms > 0,
  names: steps.listeners > 0,
  answer: steps.answered,
})

function factOf(name: StepName, steps: FirstSteps, say: Say): string {
  switch (name) {
    case 'objective':
      return steps.objective ?? say('begin.step.objective.more')
    case 'team':
      return say('begin.step.team.more', {
        n: steps.team,
        most: steps.mostHeld,
        capacity: (steps.team * steps.mostHeld).toLocaleString(locale()),
        invited: steps.invited,
      })
    case 'rooms':
      return say('begin.step.rooms.more', { n: steps.rooms })
    case 'names':
      return say('begin.step.names.more', { n: steps.listeners })
    case 'answer':
      return say(steps.answered ? 'begin.step.answer.done' : 'begin.step.answer.more')
  }
}

function bodyOf(name: StepName, steps: FirstSteps, onMet: () => void) {
  switch (name) {
    case 'objective':
      return <ObjectiveForm />
    case 'team':
      return <TeamStep onMet={onMet} />
    case 'rooms':
      return <RoomsStep many={steps.rooms} />
    case 'names':
      return <NamesStep />
    case 'answer':
      return <AnswerStep />
  }
}
