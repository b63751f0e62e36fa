/** A conversation as it is read: messages, replies on their way, notes and what happened, in one line of time. */
import type { Conversation, Happening, Message, Note, Reply, Verdict } from '../../../src/api/shapes.ts'

export type Entry =
  | { is: 'message'; at: string; message: Message }
  | { is: 'reply'; at: string; reply: Reply }
  | { is: 'note'; at: string; note: Note }
  | { is: 'verdict'; at: string; verdict: Verdict }
  | { is: 'happened'; at: string; happened: Happening[] }
  | { is: 'new'; at: string }
  | { is: 'earlier'; at: string; messages: number }

/** So many entries may stand above the first unread one before the older are folded away. */
const shownBefore = 6

type Look = {
  /** When this teammate last looked; null: never. */
  lookedAt: string | null
  /** Show everything, also what is long read. */
  whole: boolean
}

/** The entries, oldest first: small happenings side by side, a line where the new begins, the long read folded. */
export function entriesOf(talk: Conversation, look: Look): Entry[] {
  const entries = groupHappenings(inOrder(talk))
  const firstNew =
    look.lookedAt === null ? -1 : entries.findIndex((entry) => isNews(entry) && entry.at > (look.lookedAt ?? ''))
  const marked =
    firstNew <= 0 ? entries : entries.toSpliced(firstNew, 0, { is: 'new', at: entries[firstNew]?.at ?? '' })
  return look.whole ? marked : fold(marked, firstNew > 0 ? firstNew : marked.length)
}

function inOrder(talk: Conversation): Entry[] {
  const entries: Entry[] = [
    ...talk.thread.map((message) => ({ is: 'message' as const, at: message.at, message })),
    ...talk.replies
      .filter((reply) => reply.state !== 'sent')
      .map((reply) => ({ is: 'reply' as const, at: reply.at, reply })),
    ...talk.notes.map((note) => ({ is: 'note' as const, at: note.at, note })),
    ...talk.verdicts.map((verdict) => ({ is: 'verdict' as const, at: verdict.at, verdict })),
    ...talk.happened
      .filter(isTold)
      .map((happened) => ({ is: 'happened' as const, at: happened.at, happened: [happened] })),
  ]
  return entries.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

/** Messages, replies and notes stand in the thread themselves: a line about each would say it twice. */
const saidElsewhere = new Set(['heard', 'replied', 'sent', 'note'])
const isTold = (happening: Happening) => !saidElsewhere.has(happening.kind)

function groupHappenings(entries: Entry[]): Entry[] {
  const grouped: Entry[] = []
  for (const entry of entries) {
    const last = grouped.at(-1)
    if (entry.is === 'happened' && last?.is === 'happened') {
      grouped[grouped.length - 1] = { ...last, happened: [...last.happened, ...entry.happened] }
    } else grouped.push(entry)
  }
  return grouped
}

/** What somebody else said since: our own words are no news to us. */
const isNews = (entry: Entry) => entry.is === 'verdict' || (entry.is === 'message' && !entry.message.us)

/** The first message always stays: it says what this is about. */
function fold(entries: Entry[], readUntil: number): Entry[] {
  const first = entries[0]
  const from = readUntil - shownBefore
  const hidden = entries.slice(1, from).filter((entry) => entry.is !== 'happened').length
  if (first === undefined || from <= 1 || hidden < 3) return entries
  return [first, { is: 'earlier', at: first.at, messages: hidden }, ...entries.slice(from)]
}
