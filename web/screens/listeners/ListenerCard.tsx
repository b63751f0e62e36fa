/** One listener: what it listens for, where, and how much of what it finds is about us. */
import type { Listener } from '../../../src/api/listening/shapes.listeners.ts'
import { Serves } from '../../parts/Serves.tsx'
import { useSay } from '../../words/words.ts'

type Props = { listener: Listener; rooms: string; onEdit: () => void; onDelete: () => void }

export function ListenerCard({ listener, rooms, onEdit, onDelete }: Props) {
  const say = useSay()
  return (
    <li className="card listener">
      <div>
        <h2>
          <bdi>{listener.name}</bdi>
        </h2>
        <code dir="ltr">{listener.query}</code>
        <p className="soft">
          <bdi>{rooms}</bdi>
        </p>
        <Serves noun="listeners" id={listener.id} objective={listener.objective} />
        <Relevance relevance={listener.relevance} />
      </div>
      <div className="card-acts">
        <button type="button" className="button quiet" onClick={onEdit}>
          {say('app.edit')}
          <span className="aloud"> {listener.name}</span>
        </button>
        <button type="button" className="button quiet" onClick={onDelete}>
          {say('app.delete')}
          <span className="aloud"> {listener.name}</span>
        </button>
      </div>
    </li>
  )
}

function Relevance({ relevance }: Pick<Listener, 'relevance'>) {
  const say = useSay()
  if (relevance === null) return <p className="relevance soft">{say('relevance.none')}</p>
  const { aboutUs, of } = relevance
  return (
    <p className="relevance">
      <span className="relevance-bar" aria-hidden="true" style={{ '--share': aboutUs / of } as React.CSSProperties} />
      {say('relevance', { n: aboutUs, of })}
    </p>
  )
}
