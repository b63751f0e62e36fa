/** The desk before its first room: three ways to begin. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { House } from 'lucide-react'
import { post } from '../../api/client.ts'
import { ChannelGlyph } from '../../parts/ChannelGlyph.tsx'
import { whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'

export function Begin() {
  const say = useSay()
  const client = useQueryClient()
  const demo = useMutation({ mutationFn: () => post('/demo'), onSuccess: () => client.invalidateQueries() })
  return (
    <section className="begin" aria-labelledby="begin-title">
      <h2 id="begin-title">{say('begin.title')}</h2>
      <Link to="/rooms" search={{ add: 'bluesky' }} className="begin-way">
        <ChannelGlyph channel="bluesky" size={20} />
        <b>{say('begin.bluesky')}</b>
        <span>{say('begin.bluesky.more')}</span>
      </Link>
      <Link to="/rooms" search={{ add: 'feed' }} className="begin-way">
        <ChannelGlyph channel="feed" size={20} />
        <b>{say('begin.feed')}</b>
        <span>{say('begin.feed.more')}</span>
      </Link>
      <button type="button" className="begin-way" disabled={demo.isPending} onClick={() => demo.mutate()}>
        <House size={20} aria-hidden="true" />
        <b>{say('begin.demo')}</b>
        <span>{say('begin.demo.more')}</span>
      </button>
      {demo.error && (
        <p role="alert" className="wrong">
          {whyOf(demo.error, say)}
        </p>
      )}
    </section>
  )
}
