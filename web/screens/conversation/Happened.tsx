/** What happened to the conversation, in a thin line: "Kit closed it · yesterday". */
import { useQuery } from '@tanstack/react-query'
import type { Happening } from '../../../src/api/shapes.ts'
import { teammatesQuery } from '../../api/queries.ts'
import { Ago, useNow } from '../../parts/Time.tsx'
import { shortTime } from '../../parts/time-words.ts'
import { locale, type Say, useSay } from '../../words/words.ts'

export function Happened({ happened }: { happened: Happening[] }) {
  const say = useSay()
  const now = useNow()
  const teammates = useQuery(teammatesQuery).data ?? []
  const nameOf = (id: unknown) => teammates.find((teammate) => teammate.id === id)?.name ?? null
  return (
    <ul className="happened">
      {happened.map((happening) => (
        <li key={happening.id}>
          <bdi>{sentence(happening, { say, now, nameOf })}</bdi> · <Ago at={happening.at} />
        </li>
      ))}
    </ul>
  )
}

type Told = { say: Say; now: Date; nameOf: (id: unknown) => string | null }

function sentence({ kind, by: teammate, detail }: Happening, { say, now, nameOf }: Told): string {
  const by = teammate?.name ?? say('happened.desk')
  switch (kind) {
    case 'closed':
    case 'reopened':
    case 'noted':
    case 'undone':
      return say(`happened.${kind}`, { by })
    case 'answered there':
    case 'taken back':
    case 'understanding':
    case 'outcome':
      return say(`happened.${kind}`, { by })
    case 'woke':
    case 'unsaid':
    case 'delayed':
    case 'thanked':
      return say(`happened.${kind}`)
    case 'snoozed': {
      if (typeof detail.until !== 'string') return say('happened.snoozed', { by })
      return say('happened.snoozed.until', { by, time: shortTime(new Date(detail.until), now, locale()) })
    }
    case 'assigned': {
      if (detail.to === null) return say('happened.unassigned', { by })
      const to = nameOf(detail.to)
      return to === null ? say('happened.assigned', { by }) : say('happened.assigned.to', { by, to })
    }
    case 'spoke first': {
      if (typeof detail.overruled !== 'string') return say('happened.spoke first', { by })
      return say('happened.spoke first.overruled', { by, n: Number(detail.waiting), why: detail.overruled })
    }
    default:
      // A newer server may tell of what this page does not know yet.
      return say('happened.other', { by, kind })
  }
}
