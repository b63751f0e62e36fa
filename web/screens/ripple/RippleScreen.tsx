/** How far one message of ours went: the tree as a picture and as a table, people by when, and what nobody can tell. */
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { Ripple } from '../../../src/api/listening/shapes.ripple.ts'
import { rippleQuery } from '../../api/queries.weather.ts'
import { CsvLink } from '../../parts/CsvLink.tsx'
import { Failed, Loading } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { At } from '../../parts/Time.tsx'
import { useSay } from '../../words/words.ts'
import { Tree } from './Tree.tsx'
import './ripple.css'

export default function RippleScreen() {
  const say = useSay()
  const { id } = useParams({ from: '/app/ripple/$id' })
  const found = useQuery(rippleQuery(id))
  if (found.data) return <How ripple={found.data} />
  return (
    <Page title={say('ripple.title')}>
      {found.isPending && <Loading lines={8} />}
      {found.error && <Failed title={say('ripple.error')} error={found.error} again={() => void found.refetch()} />}
    </Page>
  )
}

function How({ ripple: { ours, reach, steps, cut, channel } }: { ripple: Ripple }) {
  const say = useSay()
  return (
    <Page title={say('ripple.title')} lead={say('ripple.lead', { n: reach.people })}>
      <blockquote className="ripple-ours">
        <Link to="/c/$id" params={{ id: ours.conversationId }}>
          <bdi>{ours.text}</bdi>
        </Link>
        <footer className="soft">
          <bdi>{ours.room.name}</bdi>, <At at={ours.at} />
        </footer>
      </blockquote>
      {reach.people > 0 && (
        <p>
          {say('ripple.over-time', reach)} {say('ripple.rooms', { n: reach.rooms })}
        </p>
      )}
      {steps.length > 0 && (
        <>
          <h2>{say('ripple.picture')}</h2>
          <Tree steps={steps} />
          <Steps steps={steps} />
          {cut && <p className="soft">{say('ripple.more', { n: steps.length })}</p>}
        </>
      )}
      <section>
        <h2>{say('ripple.cannot')}</h2>
        <ul className="ripple-cannot">
          <li>{say('ripple.cannot.always')}</li>
          <li>
            {channel.reposts
              ? say('ripple.cannot.reposts-back')
              : say('ripple.cannot.reposts', { channel: channel.title })}
          </li>
        </ul>
      </section>
    </Page>
  )
}

function Steps({ steps }: Pick<Ripple, 'steps'>) {
  const say = useSay()
  const title = say('ripple.table')
  const head = (['when', 'who', 'did', 'steps', 'where', 'words'] as const).map((it) => say(`ripple.${it}`))
  const who = (it: Ripple['steps'][number]) => it.person?.name ?? say('ripple.us')
  return (
    <section>
      <h2>{title}</h2>
      <div className="ripple-wide">
        <table className="plain-table">
          <thead>
            <tr>
              {head.map((word) => (
                <th key={word} scope="col">
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.map((it) => (
              <tr key={it.id}>
                <td>
                  <At at={it.at} />
                </td>
                <th scope="row">
                  <bdi>{who(it)}</bdi>
                </th>
                <td>{say(`ripple.kind.${it.kind}`)}</td>
                <td>{it.depth}</td>
                <td>
                  <bdi>{it.room.name}</bdi>
                </td>
                <td>
                  {it.conversationId !== null && (
                    <Link to="/c/$id" params={{ id: it.conversationId }} className="ripple-words">
                      <bdi>{it.text}</bdi>
                    </Link>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <CsvLink
        title={title}
        head={head}
        rows={steps.map((it) => [it.at, who(it), say(`ripple.kind.${it.kind}`), it.depth, it.room.name, it.text ?? ''])}
      />
    </section>
  )
}
