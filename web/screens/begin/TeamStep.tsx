/** Who is on the team, and a link for whoever joins it. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { firstStepsQuery } from '../../api/queries.objectives.ts'
import { invitationsQuery, teammatesQuery } from '../../api/queries.ts'
import { Avatar } from '../../parts/Avatar.tsx'
import { useSay } from '../../words/words.ts'
import { Invite } from '../settings/Invite.tsx'
import '../settings/settings.css'

export function TeamStep({ onMet }: { onMet: () => void }) {
  const say = useSay()
  const client = useQueryClient()
  const teammates = useQuery(teammatesQuery).data ?? []
  const reread = () => {
    for (const { queryKey } of [firstStepsQuery, invitationsQuery]) void client.invalidateQueries({ queryKey })
  }
  return (
    <>
      <ul className="begin-team">
        {teammates.map((it) => (
          <li key={it.id}>
            <Avatar who={it} size={24} /> <bdi>{it.name}</bdi> <span className="soft">{say(`role.${it.role}`)}</span>
          </li>
        ))}
      </ul>
      <Invite onInvited={reread} />
      <div className="form-foot">
        <button type="button" className="button main" onClick={onMet}>
          {say('begin.team.enough')}
        </button>
      </div>
    </>
  )
}
