/** The desk before its first room: the first run, or a look around in a pretend town. */
import { Link } from '@tanstack/react-router'
import { Footprints } from 'lucide-react'
import { DemoWay } from '../../parts/DemoWay.tsx'
import { useSay } from '../../words/words.ts'

export function Begin() {
  const say = useSay()
  return (
    <section className="begin" aria-labelledby="begin-title">
      <h2 id="begin-title">{say('begin.title')}</h2>
      <Link to="/begin" className="begin-way">
        <Footprints size={20} aria-hidden="true" />
        <b>{say('begin.steps')}</b>
        <span>{say('begin.steps.more')}</span>
      </Link>
      <DemoWay />
    </section>
  )
}
