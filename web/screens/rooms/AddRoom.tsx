/** Adding a room: which channel, what it costs and cannot do, then what it asks for. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ChannelCard, Room } from '../../../src/api/shapes.ts'
import { post } from '../../api/client.ts'
import { channelsQuery } from '../../api/queries.ts'
import { ChannelGlyph } from '../../parts/ChannelGlyph.tsx'
import { Failed, Loading } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'
import { FieldsForm } from './FieldsForm.tsx'
import { Opml } from './Opml.tsx'

/** `chosen` is the channel's name; empty: none yet. */
export function AddRoom({
  chosen,
  onChoose,
  onClose,
}: {
  chosen: string
  onChoose: (channel: string) => void
  onClose: () => void
}) {
  const say = useSay()
  const client = useQueryClient()
  const channels = useQuery(channelsQuery)
  if (channels.isPending) return <Loading />
  if (channels.isError)
    return <Failed title={say('rooms.error')} error={channels.error} again={() => void channels.refetch()} />
  const card = channels.data.items.find(({ name }) => name === chosen)
  const reread = () =>
    Promise.all([client.invalidateQueries({ queryKey: ['rooms'] }), client.invalidateQueries({ queryKey: ['counts'] })])

  if (card === undefined) {
    return (
      <ul className="cards channels" aria-label={say('add.pick')}>
        {channels.data.items.map((channel) => (
          <li key={channel.name} className="card">
            <About card={channel} />
            <button type="button" className="button main" onClick={() => onChoose(channel.name)}>
              {say('add.choose', { channel: channel.title })}
            </button>
          </li>
        ))}
      </ul>
    )
  }
  return (
    <div className="add-room">
      <div className="card">
        <About card={card} />
        <button type="button" className="link" onClick={() => onChoose('')}>
          {say('add.other')}
        </button>
      </div>
      <div className="card">
        <FieldsForm
          fields={card.fields}
          submit={say('add.connect', { channel: card.title })}
          named
          onCancel={onClose}
          onSubmit={async (fields, name) => {
            await post<Room>('/rooms', { channel: card.name, name: name === '' ? undefined : name, fields })
            await reread()
            onClose()
          }}
        />
        {card.name === 'feed' && <Opml field={card.fields[0]?.name ?? 'url'} onDone={reread} />}
      </div>
    </div>
  )
}

function About({ card }: { card: ChannelCard }) {
  const say = useSay()
  const { cost, approval, limits, unseen, expiry } = card.about
  const lines = [
    [say('add.cost'), cost],
    [say('add.approval'), approval],
    [say('add.limits'), limits],
    [say('rooms.expiry'), expiry],
    [say('add.unseen'), unseen],
    [say('add.can'), card.can.join(', ')],
  ] as const
  return (
    <>
      <h2 className="channel-title">
        <ChannelGlyph channel={card.name} size={20} /> {card.title}
      </h2>
      <dl className="about">
        {lines.map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
