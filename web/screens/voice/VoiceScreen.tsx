/** Voice: what people say of us when they do not speak to us, beside what they say of others; and the storms there were. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { Voice } from '../../../src/api/listening/shapes.voice.ts'
import { roomsQuery } from '../../api/queries.ts'
import { stormsQuery, type VoiceFilter, voiceQuery } from '../../api/queries.weather.ts'
import { Failed, Loading, Notice } from '../../parts/Notice.tsx'
import { ObjectiveTabs } from '../../parts/ObjectiveTabs.tsx'
import { Page } from '../../parts/Page.tsx'
import { At } from '../../parts/Time.tsx'
import { labelWord } from '../../parts/understood-words.ts'
import { useSay } from '../../words/words.ts'
import { stormText } from '../weather/storm-text.ts'
import { NowAndBefore, Share, WordsThatChanged } from './Tables.tsx'
import { TonesByWeek } from './TonesByWeek.tsx'
import './voice.css'
import '../weather/weather.css'

export default function VoiceScreen() {
  const say = useSay()
  const filter = useSearch({ from: '/app/objectives/voice' })
  const voice = useQuery(voiceQuery(filter))
  return (
    <Page title={say('voice.title')} lead={say('voice.lead')}>
      <ObjectiveTabs />
      {voice.isPending && <Loading lines={8} />}
      {voice.error && !voice.data && (
        <Failed title={say('voice.error')} error={voice.error} again={() => void voice.refetch()} />
      )}
      {voice.data?.names.length === 0 && (
        <Notice title={say('voice.none')}>
          <p>{say('voice.none.more')}</p>
          <Link to="/listeners" className="button">
            {say('voice.none.go')}
          </Link>
        </Notice>
      )}
      {voice.data && voice.data.of !== null && <Of voice={voice.data} of={voice.data.of} filter={filter} />}
      <Storms />
    </Page>
  )
}

function Of({ voice, of, filter }: { voice: Voice; of: string; filter: VoiceFilter }) {
  const say = useSay()
  const topics = voice.topics.map(({ topic, ...it }) => ({ ...it, name: labelWord(topic, say), to: { topic } }))
  const rooms = voice.rooms.map(({ id, ...it }) => ({ ...it, to: { room: id } }))
  return (
    <>
      <Share names={voice.names} />
      <section>
        <h2>{say('voice.weeks')}</h2>
        <Filters voice={voice} of={of} filter={filter} />
        <TonesByWeek weeks={voice.weeks} />
      </section>
      <div className="voice-sides">
        <NowAndBefore title={say('voice.topics')} first={say('voice.topic')} rows={topics} listener={of} />
        <NowAndBefore title={say('voice.rooms')} first={say('voice.room')} rows={rooms} listener={of} />
      </div>
      <WordsThatChanged words={voice.words} />
    </>
  )
}

function Filters({ voice, of, filter }: { voice: Voice; of: string; filter: VoiceFilter }) {
  const say = useSay()
  const navigate = useNavigate()
  const rooms = useQuery(roomsQuery).data ?? []
  const to = (part: VoiceFilter) =>
    void navigate({ to: '/objectives/voice', search: { ...filter, listener: of, ...part } })
  const labels = [...new Set([...voice.topics.map(({ topic }) => topic), ...(filter.topic ? [filter.topic] : [])])]
  return (
    <div className="voice-filters">
      <label>
        {say('voice.of')}{' '}
        <select value={of} onChange={({ target }) => to({ listener: target.value })}>
          {voice.names.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('voice.topic')}{' '}
        <select value={filter.topic ?? ''} onChange={({ target }) => to({ topic: target.value || undefined })}>
          <option value="">{say('voice.all')}</option>
          {labels.map((label) => (
            <option key={label} value={label}>
              {labelWord(label, say)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('voice.room')}{' '}
        <select value={filter.room ?? ''} onChange={({ target }) => to({ room: target.value || undefined })}>
          <option value="">{say('voice.rooms.all')}</option>
          {rooms.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

/** The last fifty, those that are on first. */
function Storms() {
  const say = useSay()
  const storms = useQuery(stormsQuery).data?.items
  if (storms === undefined) return null
  return (
    <section>
      <h2>{say('voice.storms')}</h2>
      {storms.length === 0 && <p className="soft">{say('voice.storms.none')}</p>}
      <ul className="storm-steps">
        {storms.map((storm) => (
          <li key={storm.id}>
            <span className="soft">
              <At at={storm.begunAt} />
            </span>{' '}
            <Link to="/objectives/weather/$id" params={{ id: storm.id }}>
              {stormText(storm, say)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
