/** Above the list while a storm is on: what it is, and the way to its page. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CloudLightning } from 'lucide-react'
import { stormsQuery } from '../../api/queries.weather.ts'
import { useSay } from '../../words/words.ts'
import { stormText } from './storm-text.ts'
import './storms-on.css'

export default function StormsOn() {
  const say = useSay()
  const storms = (useQuery(stormsQuery).data?.items ?? []).filter(({ overAt }) => overAt === null)
  if (storms.length === 0) return null
  return (
    <section className="storms-on" aria-label={say('storm.on')} aria-live="polite">
      <ul>
        {storms.map((storm) => (
          <li key={storm.id}>
            <Link to="/objectives/weather/$id" params={{ id: storm.id }} className="storm-on">
              <CloudLightning size={16} aria-hidden="true" />
              <span>
                <b>{say('storm.on')}.</b> {stormText(storm, say)}{' '}
                {storm.onDuty ? say('storm.duty.is', { name: storm.onDuty.name }) : say('storm.look')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
