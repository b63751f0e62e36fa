/** Done, noted, snooze, assign and their way back: at once on screen, then on the server, with an undo. */
import { useQueryClient } from '@tanstack/react-query'
import type { ConversationLine, State } from '../../../src/api/shapes.ts'
import { post, remove } from '../../api/client.ts'
import { meQuery, type View } from '../../api/queries.ts'
import { cameToNothing, did } from '../../parts/last-act.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { shortTime } from '../../parts/time-words.ts'
import { undoOf } from '../../parts/undo-of.ts'
import { locale, useSay, type WordId } from '../../words/words.ts'
import type { Acts } from './desk.ts'

type Changed = ConversationLine & { undo?: number | null }
type Act = {
  line: ConversationLine
  becomes: State | null
  send: () => Promise<Changed>
  said: WordId
  values?: Record<string, string>
}
type Around = {
  view: View
  openId: string | null
  open: (id: string) => void
  next: (from: string) => void
  /** It was closed, and we ask what came of it; null: it was not, after all. */
  closed: (line: ConversationLine | null) => void
  fresh: () => Promise<void>
  put: (line: ConversationLine) => void
  drop: (id: string) => void
}

export function useActs(around: Around): Acts {
  const client = useQueryClient()
  const say = useSay()

  async function act({ line, becomes, send, said, values = {} }: Act) {
    const wasOpen = around.openId === line.id
    const leaves = becomes !== null && !belongs(becomes, around.view)
    if (wasOpen && leaves) around.next(line.id)
    if (leaves) around.drop(line.id)
    const answer = send()
    if (becomes === 'done' && said === 'did.done') around.closed(line)
    const undo = undoOf(answer, async (event) => {
      around.closed(null)
      await post(`/happenings/${event}/undo`)
      await Promise.all([around.fresh(), reread(line.id)])
      if (wasOpen) around.open(line.id)
    })
    const name = line.person?.name ?? line.title ?? say('app.unknown')
    // Before the answer: whoever presses z now means this act.
    const n = did({ said: say(said, { name, ...values }), leavesAt: null, undo })
    try {
      const changed = await answer
      if (!leaves) around.put(changed)
      if (changed.undo == null) cameToNothing(n)
    } catch (error) {
      around.closed(null)
      did({ said: whyOf(error, say), leavesAt: null, undo: null })
      await around.fresh()
    }
    await reread(line.id)
  }

  const reread = (id: string) =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['conversation', id] }),
      client.invalidateQueries({ queryKey: ['counts'] }),
      // The other views are read again when somebody goes there.
      client.invalidateQueries({ queryKey: ['conversations'], refetchType: 'none' }),
    ])

  const path = (line: ConversationLine) => `/conversations/${line.id}`
  return {
    done: (line) => act({ line, becomes: 'done', said: 'did.done', send: () => post(`${path(line)}/closure`) }),
    noted: (line) => act({ line, becomes: 'noted', said: 'did.noted', send: () => post(`${path(line)}/noted`) }),
    reopen: (line) => act({ line, becomes: 'open', said: 'did.reopened', send: () => remove(`${path(line)}/closure`) }),
    wake: (line) => act({ line, becomes: 'open', said: 'did.woke', send: () => remove(`${path(line)}/snooze`) }),
    snooze: (line, until, keepOnReply) => {
      const send = () => post<Changed>(`${path(line)}/snooze`, { until: until.toISOString(), keepOnReply })
      const time = shortTime(until, new Date(), locale())
      return act({ line, becomes: 'snoozed', said: 'did.snoozed', values: { time }, send })
    },
    assign: (line, to) => {
      const send = () => post<Changed>(`${path(line)}/assignment`, { teammate: to?.id ?? null })
      const me = client.getQueryData(meQuery.queryKey)?.teammate.id
      const becomes = around.view.name === 'mine' && to?.id !== me ? 'done' : null
      return act({ line, becomes, said: to ? 'did.assigned' : 'did.unassigned', values: { to: to?.name ?? '' }, send })
    },
  }
}

/** Whether a conversation in this state is still in the view. */
function belongs(state: State, view: View): boolean {
  if (view.name === 'unsaid') return true
  if (view.room !== null) return state === 'open'
  if (view.name === 'needs-us' || view.name === 'mine') return state === 'open'
  return view.name === state || (view.name === 'done' && state === 'noted')
}
