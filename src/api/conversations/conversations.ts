/** Conversations over HTTP: the waiting list, one conversation whole, and what can be done with it. */

import { z } from '@hono/zod-openapi'
import type { Tx } from '../../db/db.ts'
import { line, list } from '../../domain/conversation/conversation.list.ts'
import { ConversationMissing, change } from '../../domain/conversation/conversation.store.ts'
import { happenedTo, messagesOf, notesOf, repliesOf } from '../../domain/conversation/conversation.thread.ts'
import type { Change, Conversation as Standing } from '../../domain/conversation/conversation.ts'
import * as rules from '../../domain/conversation/conversation.ts'
import { undoable } from '../../domain/happening/happening.store.ts'
import { names } from '../../domain/listener/listener.store.ts'
import { find } from '../../domain/message/message.search.ts'
import { dayOf } from '../../domain/moment/moment.ts'
import * as notes from '../../domain/note/note.store.ts'
import { room as roomOf } from '../../domain/room/room.store.ts'
import { teammates } from '../../domain/teammate/teammate.store.ts'
import { type Actor, sees } from '../../domain/teammate/teammate.ts'
import { verdictsIn } from '../../domain/verdict/verdict.read.ts'
import { whoWaits } from '../../flows/answer.ts'
import type { Id } from '../../lib/ids.ts'
import { parse } from '../../listening/parse.ts'
import * as asks from '../asks.ts'
import { actorOfRequest } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, byId, cursorOf, paging, placeOf, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import type { House } from '../house.ts'
import * as shapes from '../shapes.ts'
import * as show from '../show.ts'
import { shown, shownOne } from './lines.ts'

/** The newest that one conversation shows; a viral thread has more, and nobody reads them all. */
const MOST_MESSAGES = 500
const MOST_HAPPENINGS = 200
/** How many found messages a search over conversations looks through. */
const MOST_FOUND = 500
/** A search looks at so many pages for them: where hardly a message matches, it ends before all were seen. */
const MOST_PAGES = 4
/** An address stays under 4 KB with so many ids in it. */
const MOST_IDS = 100

const Query = paging.extend({
  /** Open, unless `view` is `all` or `unsaid`: then every state. */
  state: z.enum([...shapes.States, 'all']).optional(),
  view: z.enum(['needs-us', 'mine', 'unsaid', 'all']).optional(),
  room: z.uuid().optional(),
  assignee: z.union([z.literal('me'), z.literal('none'), z.uuid()]).optional(),
  q: z.string().max(4096).optional(),
  /** Those of these that stand in the view: how a screen asks after the rows that it shows. Ids with commas between. */
  ids: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.uuid()).max(MOST_IDS))
    .optional(),
  order: z.enum(['longest', 'newest']).optional(),
})
const Place = z.object({ at: z.string().regex(/^(infinity|\d{4,6}-\d\d-\d\d[\d :.+-]*)$/), id: z.uuid() })
const Undoable = shapes.ConversationLine.extend({ undo: z.number().int().nullable() })

export function conversations(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/conversations', {
      says: 'Conversations, the longest wait first',
      status: 200,
      answer: shapes.Page(shapes.ConversationLine),
      query: Query,
    }),
    async (c) => {
      const actor = actorOfRequest(c)
      const asked = c.req.valid('query')
      return c.json(await house.db.look(actor.workspace, (tx) => page(tx, actor, asked, house.clock.now())), 200)
    },
  )

  api.openapi(
    route(house, 'get', '/conversations/{id}', {
      says: 'One conversation, whole',
      status: 200,
      answer: shapes.Conversation,
      params: byId,
    }),
    async (c) => {
      const actor = actorOfRequest(c)
      return c.json(await house.db.look(actor.workspace, (tx) => whole(tx, actor, c.req.valid('param').id, house)), 200)
    },
  )

  api.openapi(
    route(house, 'post', '/conversations/{id}/notes', {
      says: 'Notes something among ourselves',
      status: 201,
      answer: shapes.Note,
      body: asks.NewNote,
      params: byId,
    }),
    async (c) => {
      const { text } = c.req.valid('json')
      const { id } = c.req.valid('param')
      const note = await write(c, house, async (tx, actor, at) => {
        await mustSee(tx, actor, id)
        const note = { id: house.newId(), conversationId: id, by: actor.teammate.id, at, text }
        await notes.write(tx, note)
        return show.note({ ...note, by: actor.teammate })
      })
      return c.json(note, 201)
    },
  )

  const act = (
    method: 'post' | 'delete',
    path: string,
    says: string,
    decide: (tx: Tx, id: Id, actor: Actor, at: Date) => Promise<(now: Standing) => Change>,
  ) =>
    api.openapi(
      route(house, method, `/conversations/{id}/${path}`, { says, status: 200, answer: Undoable, params: byId }),
      async (c) => {
        const { id } = c.req.valid('param')
        return c.json(
          await write(c, house, async (tx, actor, at) => changed(tx, actor, id, at, await decide(tx, id, actor, at))),
          200,
        )
      },
    )

  act(
    'post',
    'closure',
    'Done',
    async (_tx, _id, actor, at) => (now) => rules.close(now, { by: actor.teammate.id, at }),
  )
  act(
    'post',
    'noted',
    'Read, and nothing was needed',
    async (_tx, _id, actor, at) => (now) => rules.note(now, { by: actor.teammate.id, at }),
  )
  act(
    'delete',
    'snooze',
    'Takes it up early',
    async (_tx, _id, actor, at) => (now) => rules.wake(now, { by: actor.teammate.id, at }),
  )
  act('delete', 'closure', 'Opens it again', async (tx, id, actor, at) => {
    const waitingSince = await whoWaits(tx, id, { settledToo: true })
    return (now) => rules.reopen(now, { by: actor.teammate.id, at, waitingSince })
  })

  api.openapi(
    route(house, 'post', '/conversations/{id}/snooze', {
      says: 'Puts it aside until an hour',
      status: 200,
      answer: Undoable,
      body: asks.NewSnooze,
      params: byId,
    }),
    async (c) => {
      const { until, keepOnReply } = c.req.valid('json')
      const { id } = c.req.valid('param')
      const wakesAt = new Date(until)
      if (wakesAt <= house.clock.now()) throw new Refusal(422, 'That hour is past. Choose one to come.', 'until')
      return c.json(
        await write(c, house, (tx, actor, at) =>
          changed(tx, actor, id, at, (now) =>
            rules.snooze(now, { until: wakesAt, keepOnReply, by: actor.teammate.id, at }),
          ),
        ),
        200,
      )
    },
  )

  api.openapi(
    route(house, 'post', '/conversations/{id}/assignment', {
      says: 'Gives it to a teammate, or to nobody',
      status: 200,
      answer: Undoable,
      body: asks.NewAssignment,
      params: byId,
    }),
    async (c) => {
      const { teammate } = c.req.valid('json')
      const { id } = c.req.valid('param')
      const given = await write(c, house, async (tx, actor, at) => {
        if (teammate !== null && !(await teammates(tx)).some((it) => it.id === teammate))
          throw new Refusal(422, 'There is no such teammate here.', 'teammate')
        return changed(tx, actor, id, at, (now) => rules.assign(now, { assigneeId: teammate, by: actor.teammate.id }))
      })
      return c.json(given, 200)
    },
  )

  api.openapi(
    route(house, 'post', '/happenings/{id}/undo', {
      says: 'Undoes what was done last',
      status: 200,
      answer: Undoable,
      params: z.object({ id: z.coerce.number().int() }),
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const undone = await write(c, house, async (tx, actor, at) => {
        const happening = await undoable(tx, id)
        if (!happening?.conversationId) throw new Refusal(404, 'There is nothing here by that id.')
        if (!happening.last) throw new Refusal(409, 'Something else happened to this conversation since. Look again.')
        return changed(tx, actor, happening.conversationId, at, (now) => {
          const back = rules.undo(now, happening.detail, actor.teammate.id)
          if (back === null) throw new Refusal(409, 'This can not be undone.')
          return back
        })
      })
      return c.json(undone, 200)
    },
  )
}

async function page(tx: Tx, actor: Actor, asked: z.infer<typeof Query>, now: Date) {
  const mine = actor.teammate.role === 'guest' || asked.view === 'mine' || asked.assignee === 'me'
  const state = asked.state ?? (asked.view === 'all' || asked.view === 'unsaid' ? 'all' : 'open')
  const { lines, next } = await list(tx, {
    state,
    unsaid: asked.view === 'unsaid',
    room: asked.room ?? null,
    assignee: mine
      ? actor.teammate.id
      : asked.assignee === undefined || asked.assignee === 'me'
        ? null
        : asked.assignee,
    // Whoever searches or looks at everything finds them.
    ...(state === 'open' && !asked.q?.trim() && { hiddenOn: dayOf(now) }),
    ids: within(asked.ids, asked.q?.trim() ? await conversationsWith(tx, asked.q, now) : null),
    order: asked.order ?? (state === 'open' ? 'longest' : 'newest'),
    after: placeOf(asked.cursor, Place),
    most: asked.limit,
  })
  return { items: await shown(tx, lines), next: next && cursorOf(next) }
}

const within = (asked: readonly Id[] | undefined, found: readonly Id[] | null): readonly Id[] | null =>
  asked === undefined ? found : found === null ? asked : asked.filter((id) => found.includes(id))

type Found = Awaited<ReturnType<typeof find>>

/** Those in which a message matches, from the newest found. */
async function conversationsWith(tx: Tx, q: string, now: Date): Promise<Id[]> {
  const query = parse(q)
  const ids = new Set<Id>()
  let after: Found['next'] = null
  for (let page = 0; page < MOST_PAGES && ids.size < MOST_FOUND; page++) {
    const found: Found = await find(tx, query, { after, most: MOST_FOUND, now })
    for (const { conversationId } of found.hits) ids.add(conversationId)
    if (found.next === null) break
    after = found.next
  }
  return [...ids]
}

async function whole(tx: Tx, actor: Actor, id: Id, house: House) {
  // Asked for at once: who may not see the first is told nothing of the others.
  const [found, messages, replies, notes, verdicts, happened] = await Promise.all([
    mustSee(tx, actor, id),
    messagesOf(tx, id, MOST_MESSAGES),
    repliesOf(tx, id),
    notesOf(tx, id),
    verdictsIn(tx, id),
    happenedTo(tx, id, MOST_HAPPENINGS),
  ])
  const [line, called, room] = await Promise.all([shownOne(tx, found), names(tx, messages), roomOf(tx, found.room.id)])
  return {
    ...line,
    thread: messages.map((it) => show.message(it, called)),
    replies: replies.map(show.reply),
    notes: notes.map(show.note),
    verdicts: verdicts.map(show.verdict),
    happened: happened.map(show.happening),
    replying: show.replying(house.channels.get(room.channel), room.account),
  }
}

/** Throws ConversationMissing also where it is not theirs to see: who may not know learns nothing. */
export async function mustSee(tx: Tx, actor: Actor, id: Id) {
  const found = await line(tx, id)
  if (!found || !sees(actor, { assigneeId: found.assignee?.id ?? null })) throw new ConversationMissing(id)
  return found
}

async function changed(tx: Tx, actor: Actor, id: Id, at: Date, decide: (now: Standing) => Change) {
  await mustSee(tx, actor, id)
  const { happenings } = await change(tx, id, at, decide)
  const now = await line(tx, id)
  if (!now) throw new ConversationMissing(id)
  return { ...(await shownOne(tx, now)), undo: happenings[0] ?? null }
}
