/** The home screen: the views, the list of who waits, and beside it whatever conversation is open. */
import { useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import type { ConversationLine, State } from '../../../src/api/shapes.ts'
import { countsQuery, meQuery, roomsQuery, type View } from '../../api/queries.ts'
import { useActions } from '../../keys/keys.ts'
import { Failed, Loading, Notice } from '../../parts/Notice.tsx'
import { useTitle } from '../../parts/use-title.ts'
import { later, useSay } from '../../words/words.ts'
import { Begin } from './Begin.tsx'
import { type Closed, DeskContext, type Desk as DeskShared } from './desk.ts'
import { List } from './List.tsx'
import { ListHead } from './ListHead.tsx'
import { lineActions } from './line-actions.ts'
import { Promised } from './Promised.tsx'
import { useActs } from './use-acts.ts'
import { useList } from './use-list.ts'
import { useView } from './use-view.ts'
import { Views } from './Views.tsx'
import { useReadAhead, useViewKeys, useWalk } from './walk.ts'
import './waiting-list.css'

const Closing = lazy(later(() => import('./Closing.tsx')))
const AskedAgain = lazy(later(() => import('./AskedAgain.tsx')))
const SnoozeDialog = lazy(() => import('./SnoozeDialog.tsx'))
const DueSteps = lazy(later(() => import('./DueSteps.tsx')))
const AssignDialog = lazy(() => import('./AssignDialog.tsx'))
const StormsOn = lazy(later(() => import('../weather/StormsOn.tsx')))

export function Desk() {
  const say = useSay()
  const { view, search } = useView()
  const list = useList(view)
  const { openId, open, back, next, neighbour, toHistory } = useWalk(list.lines, search)
  const [active, setActive] = useState<string | null>(null)
  const activeId = openId ?? (list.lines.some((line) => line.id === active) ? active : null)
  const [closed, setClosed] = useState<Closed | null>(null)
  const askOf = (line: ConversationLine | null) =>
    setClosed(line && { id: line.id, name: line.person?.name ?? line.title ?? say('app.unknown'), askedOn: null })
  const endAsking = useCallback(() => setClosed(null), [])
  const acts = useActs({ view, openId, open, next, closed: askOf, fresh: list.fresh, put: list.put, drop: list.drop })
  const [question, setQuestion] = useState<{ is: 'snooze' | 'assign'; line: ConversationLine } | null>(null)
  const rooms = useQuery(roomsQuery)
  const me = useQuery(meQuery).data
  const counts = useQuery(countsQuery).data

  const room = rooms.data?.find(({ id }) => id === view.room)?.name ?? ''
  const title = view.room === null || view.name === 'unsaid' ? say(`view.${view.name}`) : room
  useTitle(openId === null ? title : null)
  const ask = useCallback((is: 'snooze' | 'assign', line: ConversationLine) => setQuestion({ is, line }), [])
  const leave = (id: string) => {
    next(id)
    list.drop(id)
  }
  const bringBack = async (id: string) => {
    await list.fresh()
    open(id)
  }
  const desk: DeskShared = { openId, open, back, next, leave, closed: askOf, bringBack, toHistory, ask, act: acts }

  const current = list.lines.find((line) => line.id === activeId)
  const step = (by: 1 | -1) => {
    const to = activeId === null ? list.lines[0]?.id : neighbour(activeId, by)
    if (to === undefined) return
    if (openId === null) setActive(to)
    else open(to)
  }
  useActions({
    next: () => step(1),
    previous: () => step(-1),
    open: openId === null && activeId !== null ? () => open(activeId) : undefined,
    back: openId === null ? undefined : back,
    fresh: () => void list.showNew(),
    ...(current && openId === null && lineActions(current, desk, me?.teammate)),
  })
  useViewKeys(view)
  useReadAhead(openId === null ? activeId : (neighbour(openId, 1) ?? null))
  useEffect(() => {
    if (openId !== null) setActive(openId)
  }, [openId])

  const noRooms = rooms.data?.length === 0 && list.lines.length === 0
  return (
    <DeskContext value={desk}>
      <main
        className="desk"
        id="content"
        tabIndex={-1}
        data-open={openId !== null || undefined}
        data-empty={(list.status === 'success' && list.lines.length === 0) || undefined}
      >
        {closed && (
          <Suspense>
            <Closing key={closed.id} closed={closed} onEnd={endAsking} />
          </Suspense>
        )}
        <Views view={view} />
        <section className="list" aria-label={title}>
          <ListHead title={title} beside={openId !== null} view={view} held={list.held} onFresh={list.showNew} />
          {me && me.teammate.role !== 'guest' && counts !== undefined && counts.storms > 0 && (
            <Suspense>
              <StormsOn />
            </Suspense>
          )}
          {me && me.teammate.role !== 'guest' && showsPromises(view) && <Promised alone={openId === null} />}
          {counts !== undefined && counts.asked > 0 && showsPromises(view) && (
            <Suspense>
              <AskedAgain onAsk={setClosed} />
            </Suspense>
          )}
          {me && me.teammate.role !== 'guest' && counts?.clocks && showsPromises(view) && (
            <Suspense>
              <DueSteps alone={openId === null} />
            </Suspense>
          )}
          {list.status === 'pending' && <Loading lines={8} />}
          {list.status === 'error' && <Failed title={say('list.error')} error={list.error} again={list.showNew} />}
          {list.status === 'success' && list.lines.length === 0 && <Empty view={view} begin={noRooms} />}
          {list.lines.length > 0 && (
            <List
              label={say('list.label', { view: title })}
              lines={list.lines}
              complete={!list.hasMore}
              activeId={activeId}
              openId={openId}
              states={statesOf(view)}
              onActive={openId === null ? setActive : open}
              onOpen={open}
              onEnd={list.more}
            />
          )}
        </section>
        <div className="talk-pane">
          <Outlet />
        </div>
      </main>
      <Suspense>
        {question?.is === 'snooze' && <SnoozeDialog line={question.line} onClose={() => setQuestion(null)} />}
        {question?.is === 'assign' && <AssignDialog line={question.line} onClose={() => setQuestion(null)} />}
      </Suspense>
    </DeskContext>
  )
}

function Empty({ view, begin }: { view: View; begin: boolean }) {
  const say = useSay()
  if (view.room !== null && view.name !== 'unsaid') return <Notice title={say('list.empty.room')} />
  if (view.name !== 'needs-us') return <Notice title={say(`list.empty.${view.name}`)} />
  return (
    <Notice title={say('list.empty.needs-us')}>{begin ? <Begin /> : <p>{say('list.empty.needs-us.more')}</p>}</Notice>
  )
}

/** What I promised needs me, in whichever room I did. */
const showsPromises = ({ name, room }: View) => room === null && (name === 'needs-us' || name === 'mine')

function statesOf(view: View): readonly State[] {
  if (view.name === 'unsaid') return ['open', 'waiting', 'snoozed', 'done', 'noted']
  if (view.room !== null || view.name === 'needs-us' || view.name === 'mine') return ['open']
  return view.name === 'done' ? ['done', 'noted'] : [view.name]
}
