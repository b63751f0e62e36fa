/** A conversation: messages that belong together and that we look after. What can happen to it, in the order of its life. */
import type { Id } from '../../lib/ids.ts'

export type Conversation = {
  readonly id: Id
  readonly roomId: Id
  readonly standing: Standing
  /** When the oldest word that we have not answered was said; null: nobody waits for us. */
  readonly waitingSince: Date | null
  /** What had been heard by then needs no word any more: somebody said "done" or "noted". */
  readonly settledAt: Date | null
  readonly assigneeId: Id | null
  /** How our last reply stands, where somebody must look. */
  readonly trouble: 'refused' | 'unknown' | null
}

/** `open`: it needs us. `waiting`: we await them. `noted`: read, and nothing was needed. */
export type Standing = { readonly at: Date; readonly by: Id | null } & (
  | { readonly is: 'open' | 'waiting' | 'done' | 'noted' }
  | { readonly is: 'snoozed'; readonly until: Date; readonly keepOnReply: boolean }
)

/** What a rule answers: how the conversation stands then, and what there is to record. Nothing recorded: nothing changed. */
export type Change = { readonly next: Conversation; readonly happened: readonly Happened[] }

export type Happened = {
  readonly kind: HappenedKind
  readonly by: Id | null
  readonly detail?: Readonly<Record<string, unknown>>
}

export type HappenedKind =
  | 'assigned'
  | 'snoozed'
  | 'woke'
  | 'noted'
  | 'closed'
  | 'reopened'
  | 'thanked'
  | 'replied'
  | 'taken back'
  | 'sent'
  | 'unsaid'
  | 'answered there'
  | 'undone'
  | 'verdict'

/** What was written: something for us, nothing but thanks, or words to others in the thread. */
export type News = 'a word' | 'thanks' | 'to others'

/** Somebody wrote. Thanks, and words to others, wake nobody and reopen nothing. */
export function hear(now: Conversation, heard: { at: Date; waitingSince: Date | null; news: News }): Change {
  if (now.standing.is !== 'open' && heard.news !== 'a word') {
    return { next: now, happened: heard.news === 'thanks' ? [{ kind: 'thanked', by: null }] : [] }
  }
  const same = heard.waitingSince?.getTime() === now.waitingSince?.getTime()
  const next = same ? now : { ...now, waitingSince: heard.waitingSince }
  const reopened: Change = {
    next: { ...next, standing: { is: 'open', at: heard.at, by: null } },
    happened: [{ kind: now.standing.is === 'snoozed' ? 'woke' : 'reopened', by: null }],
  }
  switch (now.standing.is) {
    case 'open':
      return { next, happened: [] }
    case 'snoozed':
      return now.standing.keepOnReply ? { next, happened: [] } : reopened
    case 'waiting':
    case 'done':
    case 'noted':
      return reopened
  }
}

/** They said how we did. Who was not content waits for a word, until there is one; who was wakes nobody. */
export function heardVerdict(now: Conversation, said: { content: boolean; at: Date }): Change {
  const heard: Happened = { kind: 'verdict', by: null, detail: { content: said.content } }
  if (said.content) return { next: now, happened: [heard] }
  const opens = now.standing.is !== 'open'
  return {
    next: {
      ...now,
      standing: opens ? { is: 'open', at: said.at, by: null } : now.standing,
      waitingSince: now.waitingSince ?? said.at,
    },
    happened: [heard, ...(opens ? [{ kind: 'reopened', by: null } as const] : [])],
  }
}

/** We gave our word: from here, or in the channel's own app (then `by` is null). Others may wait still. */
export function answer(
  now: Conversation,
  said: { by: Id | null; at: Date; stillWaiting: Date | null; kind: 'replied' | 'answered there' },
): Change {
  const standing: Standing = said.stillWaiting ? now.standing : { is: 'waiting', at: said.at, by: said.by }
  return {
    next: { ...now, standing, waitingSince: said.stillWaiting, trouble: null },
    happened: [{ kind: said.kind, by: said.by }],
  }
}

/** A reply did not get there, or was taken back by its teammate: who waited waits again. */
export function unsay(
  now: Conversation,
  why: {
    kind: 'unsaid' | 'taken back'
    by: Id | null
    at: Date
    waitingSince: Date | null
    trouble: Conversation['trouble']
  },
): Change {
  return {
    next: {
      ...now,
      standing: { is: 'open', at: why.at, by: why.by },
      waitingSince: why.waitingSince,
      trouble: why.trouble,
    },
    happened: [{ kind: why.kind, by: why.by, detail: why.trouble ? { trouble: why.trouble } : {} }],
  }
}

export function assign(now: Conversation, to: { assigneeId: Id | null; by: Id }): Change {
  if (now.assigneeId === to.assigneeId) return { next: now, happened: [] }
  return {
    next: { ...now, assigneeId: to.assigneeId },
    happened: [{ kind: 'assigned', by: to.by, detail: { to: to.assigneeId, before: before(now) } }],
  }
}

/** Puts it aside until an hour, or until they write again unless `keepOnReply`. */
export function snooze(now: Conversation, how: { until: Date; keepOnReply: boolean; by: Id; at: Date }): Change {
  return {
    next: {
      ...now,
      standing: { is: 'snoozed', until: how.until, keepOnReply: how.keepOnReply, at: how.at, by: how.by },
    },
    happened: [{ kind: 'snoozed', by: how.by, detail: { until: how.until.toISOString(), before: before(now) } }],
  }
}

/** The hour has come (`by` null), or a teammate takes it up early. */
export function wake(now: Conversation, how: { by: Id | null; at: Date }): Change {
  if (now.standing.is !== 'snoozed') return { next: now, happened: [] }
  return {
    next: { ...now, standing: { is: 'open', at: how.at, by: how.by } },
    happened: [{ kind: 'woke', by: how.by, detail: { before: before(now) } }],
  }
}

/** Read, and nothing was needed: this keeps `done` honest. */
export const note = (now: Conversation, how: { by: Id; at: Date }): Change => settle(now, 'noted', 'noted', how)

export const close = (now: Conversation, how: { by: Id; at: Date }): Change => settle(now, 'done', 'closed', how)

function settle(now: Conversation, is: 'done' | 'noted', kind: HappenedKind, how: { by: Id; at: Date }): Change {
  if (now.standing.is === is) return { next: now, happened: [] }
  return {
    next: { ...now, standing: { is, at: how.at, by: how.by }, waitingSince: null, settledAt: how.at },
    happened: [{ kind, by: how.by, detail: { before: before(now) } }],
  }
}

export function reopen(now: Conversation, how: { by: Id; at: Date; waitingSince: Date | null }): Change {
  if (now.standing.is === 'open') return { next: now, happened: [] }
  return {
    next: {
      ...now,
      standing: { is: 'open', at: how.at, by: how.by },
      waitingSince: how.waitingSince,
      settledAt: null,
    },
    happened: [{ kind: 'reopened', by: how.by, detail: { before: before(now) } }],
  }
}

/** Back to how it was before `happening`, which says so in its detail. Null: that one can't be undone. */
export function undo(now: Conversation, detail: Readonly<Record<string, unknown>>, by: Id): Change | null {
  const was = detail.before as Before | undefined
  if (!was) return null
  const at = new Date(was.at)
  const standing: Standing =
    was.is === 'snoozed'
      ? { is: 'snoozed', at, by: was.by, until: new Date(was.until ?? was.at), keepOnReply: was.keepOnReply ?? false }
      : { is: was.is, at, by: was.by }
  const [waitingSince, settledAt] = [was.waitingSince, was.settledAt].map((time) =>
    time === null ? null : new Date(time),
  )
  return {
    next: {
      ...now,
      standing,
      waitingSince: waitingSince ?? null,
      settledAt: settledAt ?? null,
      assigneeId: was.assigneeId,
    },
    happened: [{ kind: 'undone', by }],
  }
}

type Before = {
  is: Standing['is']
  at: string
  by: Id | null
  until?: string
  keepOnReply?: boolean
  waitingSince: string | null
  settledAt: string | null
  assigneeId: Id | null
}

const before = (now: Conversation): Before => ({
  is: now.standing.is,
  at: now.standing.at.toISOString(),
  by: now.standing.by,
  ...(now.standing.is === 'snoozed'
    ? { until: now.standing.until.toISOString(), keepOnReply: now.standing.keepOnReply }
    : {}),
  waitingSince: now.waitingSince?.toISOString() ?? null,
  settledAt: now.settledAt?.toISOString() ?? null,
  assigneeId: now.assigneeId,
})
