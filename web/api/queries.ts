/** What the screens read, each named once: the key it is kept under and where it comes from. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Listener } from '../../src/api/listening/shapes.listeners.ts'
import type { Reasoned } from '../../src/api/listening/shapes.understanding.ts'
import type { Forgetting, Retention } from '../../src/api/people/shapes.forgetting.ts'
import type { Friends } from '../../src/api/people/shapes.friends.ts'
import type { Introductions } from '../../src/api/people/shapes.introductions.ts'
import type { Ladder, OnTheLadder } from '../../src/api/people/shapes.ladder.ts'
import type { BriefLine, Promised } from '../../src/api/people/shapes.moments.ts'
import type { JoinPreview, Likely, Person } from '../../src/api/people/shapes.people.ts'
import type { Circle } from '../../src/api/people/shapes.ties.ts'
import type { Wooings } from '../../src/api/people/shapes.wooing.ts'
import type { Answer, Ready } from '../../src/api/questions/shapes.answers.ts'
import type { Asking, Question, QuestionLine } from '../../src/api/questions/shapes.questions.ts'
import type {
  ChannelCard,
  Colleague,
  Conversation,
  ConversationLine,
  Counts,
  Found,
  Invitation,
  Me,
  PersonLine,
  Room,
  Token,
} from '../../src/api/shapes.ts'
import { get, withQuery } from './client.ts'

export type Page<T> = { items: T[]; next: string | null }

/** The views that always stand in the column, in its order. */
export const viewNames = ['needs-us', 'mine', 'waiting', 'snoozed', 'done'] as const
/** `unsaid`: those in which a reply was refused or may not have arrived; it is offered where there are any. */
export type ViewName = (typeof viewNames)[number] | 'unsaid'
export type Order = 'longest' | 'newest'

/** One list of conversations: a view over all rooms, or what is open (or `unsaid`) in one room. */
export type View = { name: ViewName; room: string | null; order: Order }

const minute = 60_000

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: () => get<Me>('/me'), staleTime: 5 * minute })
export const countsQuery = queryOptions({ queryKey: ['counts'], queryFn: () => get<Counts>('/counts') })
export const channelsQuery = queryOptions({
  queryKey: ['channels'],
  queryFn: () => get<Page<ChannelCard>>('/channels'),
  staleTime: Number.POSITIVE_INFINITY,
})

/** A list as it is on screen. It never refetches by itself: what is new gathers behind it (gather.ts). */
export const conversationsQuery = (view: View) =>
  infiniteQueryOptions({
    queryKey: ['conversations', view],
    queryFn: ({ pageParam }) => get<Page<ConversationLine>>(conversationsPath(view, { cursor: pageParam })),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    staleTime: minute,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

/** Where a view's lines come from: a page of them, or those of `ids` that stand in it. */
export function conversationsPath(
  view: View,
  page: { cursor?: string | null; limit?: number; ids?: readonly string[] },
): string {
  return withQuery('/conversations', {
    ...filterOf(view),
    order: view.order,
    limit: page.limit ?? 100,
    cursor: page.cursor,
    ids: page.ids?.join(','),
  })
}

function filterOf(view: View): Record<string, string> {
  if (view.name === 'unsaid') return { view: 'unsaid', ...(view.room !== null && { room: view.room }) }
  if (view.room !== null) return { room: view.room, state: 'open' }
  switch (view.name) {
    case 'needs-us':
    case 'mine':
      return { view: view.name }
    case 'waiting':
    case 'snoozed':
    case 'done':
      return { state: view.name, view: 'all' }
  }
}

export const conversationQuery = (id: string) =>
  queryOptions({ queryKey: ['conversation', id], queryFn: () => get<Conversation>(`/conversations/${id}`) })

/** Why a message was understood as it was. */
export const reasonedQuery = (messageId: string) =>
  queryOptions({
    queryKey: ['reasoned', messageId],
    queryFn: () => get<Reasoned>(`/messages/${messageId}/understanding`),
    staleTime: minute,
  })

export const learnedQuery = queryOptions({
  queryKey: ['learned'],
  queryFn: () => get<{ corrections: number }>('/learned'),
})

export const personQuery = (id: string) =>
  queryOptions({ queryKey: ['person', id], queryFn: () => get<Person>(`/people/${id}`), staleTime: minute })

/** Who might be the same human as this person. */
export const likelyQuery = (id: string) =>
  queryOptions({
    queryKey: ['person', id, 'likely'],
    queryFn: () => get<{ items: Likely[] }>(`/people/${id}/likely`),
    staleTime: minute,
  })

export const joinPreviewQuery = (keep: string, absorb: string) =>
  queryOptions({
    queryKey: ['person', keep, 'join', absorb],
    queryFn: () => get<JoinPreview>(`/people/${keep}/joins/${absorb}`),
  })

/** What would go if somebody were forgotten. */
export const forgettingQuery = (id: string) =>
  queryOptions({
    queryKey: ['person', id, 'forgetting'],
    queryFn: () => get<Forgetting>(`/people/${id}/forgetting`),
  })

/** How long what is kept. */
export const retentionQuery = queryOptions({ queryKey: ['retention'], queryFn: () => get<Retention>('/retention') })

/** The circle of the desk, and whom `teammate` holds; undefined: whom I hold. */
export const circleQuery = (teammate?: string) =>
  queryOptions({
    queryKey: ['circle', teammate],
    queryFn: () => get<Circle>(withQuery('/circle', { teammate })),
    placeholderData: (before) => before,
  })

/** Who needs wooing. */
export const wooingsQuery = queryOptions({
  queryKey: ['wooings'],
  queryFn: () => get<Wooings>('/wooings'),
  staleTime: minute / 2,
})

/** Friends of the house, to whom thanks are due, and what may be a deed. */
export const friendsQuery = queryOptions({
  queryKey: ['friends'],
  queryFn: () => get<Friends>('/friends'),
  staleTime: minute / 2,
})

/** Who might be glad to know each other, and how each introduction stands. */
export const introductionsQuery = queryOptions({
  queryKey: ['introductions'],
  queryFn: () => get<Introductions>('/introductions'),
  staleTime: minute / 2,
})

/** On which rung somebody stands, and what tells them apart from an angry customer. */
export const ladderQuery = (id: string) =>
  queryOptions({ queryKey: ['ladder', id], queryFn: () => get<Ladder>(`/people/${id}/ladder`), staleTime: minute / 2 })

export const onTheLadderQuery = queryOptions({
  queryKey: ['ladder'],
  queryFn: () => get<OnTheLadder>('/ladder'),
  staleTime: minute,
})

/** What to know before a reply. `except`: the conversation that is on screen anyway. */
export const briefQuery = (id: string, except: string) =>
  queryOptions({
    queryKey: ['person', id, 'brief', except],
    queryFn: () => get<{ lines: BriefLine[] }>(withQuery(`/people/${id}/brief`, { except })),
    staleTime: minute,
  })

/** What I promised and is due. */
export const promisesQuery = queryOptions({
  queryKey: ['promises'],
  queryFn: () => get<{ items: Promised[] }>('/promises'),
})

/** People whose name or handle begins like that. */
export const namedQuery = (q: string) =>
  queryOptions({
    queryKey: ['named', q],
    queryFn: () => get<{ items: PersonLine[] }>(withQuery('/people', { q })),
    enabled: q.trim() !== '',
    placeholderData: (before) => before,
  })

export const foundQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['found', q],
    queryFn: ({ pageParam }) => get<Page<Found>>(withQuery('/messages', { q, cursor: pageParam })),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    enabled: q.trim() !== '',
    staleTime: minute,
  })

export type QuestionOrder = 'asked' | 'rising'

export const questionsQuery = (order: QuestionOrder) =>
  infiniteQueryOptions({
    queryKey: ['questions', order],
    queryFn: ({ pageParam }) => get<Page<QuestionLine>>(withQuery('/questions', { order, cursor: pageParam })),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    staleTime: minute,
  })

export const questionQuery = (id: string) =>
  queryOptions({ queryKey: ['question', id], queryFn: () => get<Question>(`/questions/${id}`), staleTime: minute })

/** Who asked a question, in their own words, the newest first. */
export const askingsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['askings', id],
    queryFn: ({ pageParam }) => get<Page<Asking>>(withQuery(`/questions/${id}/askings`, { cursor: pageParam })),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    staleTime: minute,
  })

/** Kept answers that may fit what was said last (`newest`), asked for anew when something is said. */
export const readyQuery = (conversationId: string, newest: string | null) =>
  queryOptions({
    queryKey: ['ready', conversationId, newest],
    queryFn: () => get<Ready>(`/conversations/${conversationId}/answers`),
    staleTime: minute,
  })

export const versionsQuery = (questionId: string) =>
  queryOptions({
    queryKey: ['question', questionId, 'answers'],
    queryFn: () => get<{ items: Answer[] }>(`/questions/${questionId}/answers`),
  })

export const questionBriefQuery = (id: string) =>
  queryOptions({
    queryKey: ['question', id, 'brief'],
    queryFn: () => get<{ markdown: string }>(`/questions/${id}/brief`),
  })

export const roomsQuery = listQuery<Room>('rooms')
export const listenersQuery = listQuery<Listener>('listeners')
export const teammatesQuery = listQuery<Colleague>('teammates')
export const invitationsQuery = listQuery<Invitation>('invitations')
export const tokensQuery = listQuery<Token>('tokens')

function listQuery<T>(noun: string) {
  return queryOptions({ queryKey: [noun], queryFn: () => everyPage<T>(`/${noun}`), staleTime: minute / 2 })
}

/** A short list whole: rooms, teammates and the like, page after page. */
async function everyPage<T>(path: string): Promise<T[]> {
  const items: T[] = []
  for (let cursor: string | null = null; ; ) {
    const page: Page<T> = await get(withQuery(path, { limit: 200, cursor }))
    items.push(...page.items)
    if (page.next === null) return items
    cursor = page.next
  }
}
