/** Few rooms, worked well: one piece of advice with its figures, and the figures of every room below it. */
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { WorkedRoom, WorkedRooms } from '../../../src/api/rooms/shapes.worked.ts'
import { workedQuery } from '../../api/charter.ts'
import { ChannelGlyph } from '../../parts/ChannelGlyph.tsx'
import { inTimeBy } from '../../parts/in-time.ts'
import { timeSpent } from '../../parts/money.ts'
import { Failed, Loading } from '../../parts/Notice.tsx'
import { ObjectiveTabs } from '../../parts/ObjectiveTabs.tsx'
import { Page } from '../../parts/Page.tsx'
import { locale, type Say, useSay } from '../../words/words.ts'
import { useBowing } from './use-bowing.ts'
import './worked.css'

const SpeakDialog = lazy(() => import('../speaking/SpeakDialog.tsx'))

export default function WorkedScreen() {
  const say = useSay()
  const worked = useQuery(workedQuery)
  const [goodbye, setGoodbye] = useState<WorkedRoom | null>(null)
  return (
    <Page title={say('worked.title')} lead={say('worked.lead')}>
      <ObjectiveTabs />
      {worked.isPending && <Loading />}
      {worked.isError && (
        <Failed title={say('worked.error')} error={worked.error} again={() => void worked.refetch()} />
      )}
      {worked.data && worked.data.items.length > 0 && (
        <>
          <p className="worked-counsel">{counselText(worked.data, say)}</p>
          <table className="worked">
            <thead>
              <tr>
                {(['room', 'asked', 'answered', 'in-time', 'by', 'outcomes', 'care', 'standing'] as const).map(
                  (column) => (
                    <th key={column} scope="col">
                      {say(`worked.${column}`)}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {worked.data.items.map((it) => (
                <Row key={it.room.id} it={it} onGoodbye={() => setGoodbye(it)} />
              ))}
            </tbody>
          </table>
        </>
      )}
      {goodbye && (
        <Suspense>
          <SpeakDialog
            rooms={[goodbye.room]}
            person={null}
            kind="news"
            text={say('worked.bow.draft')}
            onClose={() => setGoodbye(null)}
          />
        </Suspense>
      )}
    </Page>
  )
}

function Row({ it, onGoodbye }: { it: WorkedRoom; onGoodbye: () => void }) {
  const say = useSay()
  const { bowOut, takeUp } = useBowing()
  const { room, asked, answered, due, inTime, by } = it
  const acts = it.bowedOutAt
    ? ([[say('worked.take-up'), () => takeUp.mutate(room)]] as const)
    : ([
        [say('worked.bow'), onGoodbye],
        [say('worked.bow.sure'), () => bowOut.mutate(room)],
      ] as const)
  return (
    <tr>
      <th scope="row">
        <ChannelGlyph channel={room.channel} size={16} /> <bdi>{room.name}</bdi>
      </th>
      <td data-label={say('worked.asked')}>{asked.toLocaleString(locale())}</td>
      <td data-label={say('worked.answered')}>{share(answered, asked)}</td>
      <td data-label={say('worked.in-time')}>
        {share(inTime, due)}
        {due > 0 && <span className="soft worked-by-what"> {say('worked.by-what', { by: inTimeBy(it) })}</span>}
      </td>
      <td data-label={say('worked.by')}>
        <bdi>{by.map(({ teammate, answers }) => `${teammate?.name ?? say('worked.there')} ${answers}`).join(', ')}</bdi>
      </td>
      <td data-label={say('worked.outcomes')}>{it.outcomes.toLocaleString(locale())}</td>
      <td data-label={say('worked.care')}>{it.careSeconds > 0 ? timeSpent(it.careSeconds) : '–'}</td>
      <td data-label={say('worked.standing')}>
        {say(it.bowedOutAt ? 'worked.listening' : `worked.standing.${it.standing}`)}
        <span className="worked-acts">
          {acts.map(([words, act]) => (
            <button key={words} type="button" className="link" aria-label={`${words} ${room.name}`} onClick={act}>
              {words}
            </button>
          ))}
        </span>
      </td>
    </tr>
  )
}

/** "83 % (25 of 30)"; of none, a dash. */
function share(part: number, of: number): string {
  if (of === 0) return '–'
  const percent = new Intl.NumberFormat(locale(), { style: 'percent' }).format(part / of)
  return `${percent} (${part.toLocaleString(locale())}/${of.toLocaleString(locale())})`
}

function counselText({ items, counsel }: WorkedRooms, say: Say): string {
  const it = items.find(({ room }) => room.id === counsel.roomId)
  if (!it || counsel.is === 'stay') return say('worked.counsel.stay')
  const { room, asked, answered, due, inTime } = it
  return say(`worked.counsel.${counsel.is}`, { room: room.name, asked, answered, due, inTime })
}
