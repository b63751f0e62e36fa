/** That somebody stands on the ladder, so that the team knows before it answers. */
import { useQuery } from '@tanstack/react-query'
import { onTheLadderQuery } from '../api/queries.ts'
import { useSay } from '../words/words.ts'
import { Day } from './Day.tsx'

export function LadderChip({ personId }: { personId: string }) {
  const say = useSay()
  const standing = useQuery(onTheLadderQuery).data?.items.find(({ person }) => person.id === personId)
  return (
    standing && (
      <span className="chip slope" title={standing.reason}>
        {say(`ladder.rung.${standing.rung}`)}, <Day words="ladder.until" day={standing.untilDay} />
      </span>
    )
  )
}
