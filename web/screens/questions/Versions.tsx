/** What was kept before, so that nothing that was once right is lost. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { versionsQuery } from '../../api/queries.ts'
import { Said } from '../../parts/Said.tsx'
import { Ago } from '../../parts/Time.tsx'
import { useSay } from '../../words/words.ts'

export function Versions({ questionId }: { questionId: string }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const versions = useQuery({ ...versionsQuery(questionId), enabled: open }).data
  return (
    <details className="brief" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('answer.versions')}</summary>
      <ol className="askings">
        {versions?.items.slice(1).map(({ version, text, keptBy, keptAt }) => (
          <li key={version} className="version">
            <Said text={text} />
            <p className="question-facts">
              <span>{say('answer.version', { n: version })}</span>
              <bdi>{keptBy.name}</bdi>
              <Ago at={keptAt} />
            </p>
          </li>
        ))}
      </ol>
    </details>
  )
}
