/** Above the list: its name, its order, and the news that waits behind it. */
import { useNavigate } from '@tanstack/react-router'
import { ArrowDownWideNarrow, ArrowUpNarrowWide } from 'lucide-react'
import type { View } from '../../api/queries.ts'
import { useSay } from '../../words/words.ts'
import { useView } from './use-view.ts'

type Props = { title: string; beside: boolean; view: View; held: number; onFresh: () => Promise<void> }

export function ListHead({ title, beside, view, held, onFresh }: Props) {
  const say = useSay()
  const navigate = useNavigate()
  const { search } = useView()
  // With a conversation open, that is what the page is about.
  const Title = beside ? 'h2' : 'h1'
  const newest = view.order === 'newest'
  const order = say(newest ? 'list.newest' : 'list.longest')
  return (
    <header className="list-head">
      <Title className="list-title">
        <bdi>{title}</bdi>
      </Title>
      {view.name !== 'unsaid' && (view.room !== null || view.name !== 'done') && (
        <button
          type="button"
          className="order"
          onClick={() => navigate({ to: '.', search: { ...search, order: newest ? undefined : 'newest' } })}
        >
          {newest ? (
            <ArrowDownWideNarrow size={14} aria-hidden="true" />
          ) : (
            <ArrowUpNarrowWide size={14} aria-hidden="true" />
          )}
          {order}
        </button>
      )}
      <span role="status" className="aloud">
        {held > 0 && say('list.new.aloud', { n: held })}
      </span>
      {held > 0 && (
        <button type="button" className="held" onClick={onFresh} aria-keyshortcuts=".">
          {say('list.new', { n: held })} <span aria-hidden="true">·</span> {say('list.new.press')} <kbd>.</kbd>
        </button>
      )}
    </header>
  )
}
