/** Questions over HTTP: what many people ask, one of them whole, and what teammates do with it. */
import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Tx } from '../../db/db.ts'
import { answersOf } from '../../domain/answer/answer.store.ts'
import { type Line, lines, list } from '../../domain/question/question.list.ts'
import * as read from '../../domain/question/question.read.ts'
import { change as changeQuestion, question } from '../../domain/question/question.store.ts'
import * as rules from '../../domain/question/question.ts'
import { briefOf } from '../../flows/brief.ts'
import { split } from '../../flows/group.ts'
import type { Id } from '../../lib/ids.ts'
import { found } from '../conversations/found.ts'
import { actorOfRequest, type Env } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, byId, cursorOf, paging, placeOf, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import type { House } from '../house.ts'
import { Page } from '../shapes.ts'
import { showAnswer } from './answers.ts'
import * as shapes from './shapes.questions.ts'

const WEEKS = 12
const Query = paging.extend({ order: z.enum(['asked', 'rising']).default('asked') })
const ListPlace = z.object({ asked: z.number().int(), id: z.uuid() })
const AskingPlace = z.object({ at: z.string().regex(/^\d{4,6}-\d\d-\d\d[\d :.+-]*$/), id: z.uuid() })

export function questions(api: Api, house: House): void {
  const look = <T>(c: Context<Env>, work: (tx: Tx) => Promise<T>) => house.db.look(actorOfRequest(c).workspace, work)

  api.openapi(
    route(house, 'get', '/questions', {
      says: 'What many people ask, the most often asked first',
      status: 200,
      answer: Page(shapes.QuestionLine),
      query: Query,
    }),
    async (c) => {
      const { order, cursor, limit: most } = c.req.valid('query')
      const now = house.clock.now()
      const page = await look(c, async (tx) => {
        const { lines, next } = await list(tx, { order, after: placeOf(cursor, ListPlace), most, now })
        return { items: await shown(tx, lines, now), next: next && cursorOf(next) }
      })
      return c.json(page, 200)
    },
  )

  api.openapi(
    route(house, 'get', '/questions/{id}', {
      says: 'One question, whole; of a part, the question that it belongs to',
      status: 200,
      answer: shapes.Question,
      params: byId,
    }),
    async (c) => c.json(await look(c, (tx) => whole(tx, c.req.valid('param').id, house.clock.now())), 200),
  )

  api.openapi(
    route(house, 'get', '/questions/{id}/askings', {
      says: 'Who asked it, in their own words, the newest first',
      status: 200,
      answer: Page(shapes.Asking),
      query: paging,
      params: byId,
    }),
    async (c) => {
      const { cursor, limit } = c.req.valid('query')
      const page = await look(c, async (tx) => {
        const id = await rootOf(tx, c.req.valid('param').id)
        return askingsPage(tx, id, placeOf(cursor, AskingPlace), limit)
      })
      return c.json(page, 200)
    },
  )

  api.openapi(
    route(house, 'get', '/questions/{id}/brief', {
      says: 'What to write once, as a brief in Markdown',
      status: 200,
      answer: z.object({ markdown: z.string() }),
      params: byId,
    }),
    async (c) => {
      const now = house.clock.now()
      const brief = await look(c, async (tx) => briefOf(tx, await rootOf(tx, c.req.valid('param').id), now))
      if (brief === null) throw new Refusal(404, 'There is nothing here by that id.')
      return c.json({ markdown: brief.markdown }, 200)
    },
  )

  /** Asks a rule, and gives the question that the id belongs to then. */
  const change = (c: Context<Env>, id: Id, decide: (how: How, tx: Tx) => Decided | Promise<Decided>) =>
    write(c, house, async (tx, { teammate }, at) => {
      const how = { by: teammate.id, at }
      const { of, rule } = await decide(how, tx)
      const why = await changeQuestion(tx, of, how, rule)
      if (why !== null) throw new Refusal(409, why)
      return whole(tx, id, at)
    })

  api.openapi(
    route(house, 'put', '/questions/{id}', {
      says: 'Calls it by a name of ours; null: by its most typical wording again',
      status: 200,
      answer: shapes.Question,
      body: shapes.NewName,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const { name } = c.req.valid('json')
      return c.json(await change(c, id, () => ({ of: id, rule: (now) => rules.rename(now, name) })), 200)
    },
  )

  api.openapi(
    route(house, 'post', '/questions/{id}/joins', {
      says: 'Joins another question into this one',
      status: 200,
      answer: shapes.Question,
      body: shapes.NewJoin,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const { from } = c.req.valid('json')
      const joined = await change(c, id, async (how, tx) => {
        const into = await question(tx, id)
        return { of: from, rule: (now) => rules.join(now, into, how) }
      })
      return c.json(joined, 200)
    },
  )

  api.openapi(
    route(house, 'delete', '/questions/{id}/join', {
      says: 'Takes it out of the question that it was joined into',
      status: 200,
      answer: shapes.Question,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      return c.json(await change(c, id, () => ({ of: id, rule: rules.takeOut })), 200)
    },
  )

  api.openapi(
    route(house, 'put', '/questions/{id}/publication', {
      says: 'Marks where its answer is published, and since which day',
      status: 200,
      answer: shapes.Question,
      body: shapes.NewPublication,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const asked = c.req.valid('json')
      const published = await change(c, id, ({ by, at }) => ({
        of: id,
        rule: (now) => rules.publish(now, { ...asked, by }, dayOf(at)),
      }))
      return c.json(published, 200)
    },
  )

  api.openapi(
    route(house, 'delete', '/questions/{id}/publication', {
      says: 'It is not published any more',
      status: 200,
      answer: shapes.Question,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      return c.json(await change(c, id, () => ({ of: id, rule: rules.unpublish })), 200)
    },
  )

  api.openapi(
    route(house, 'post', '/questions/{id}/splits', {
      says: 'These messages ask something else: makes a question of them; joining it again undoes that',
      status: 201,
      answer: shapes.Question,
      body: shapes.NewSplit,
      params: byId,
    }),
    async (c) => {
      const { messages } = c.req.valid('json')
      const made = await write(c, house, async (tx, { teammate }, at) => {
        const id = await rootOf(tx, c.req.valid('param').id)
        const fresh = await split(tx, id, messages, { by: teammate.id, at }, house.newId)
        if (fresh === null) throw new Refusal(422, 'None of these messages asks this question.', 'messages')
        return whole(tx, fresh, at)
      })
      return c.json(made, 201)
    },
  )
}

type How = { by: Id; at: Date }
type Decided = { of: Id; rule: (now: rules.Question) => rules.Change }

const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

/** Throws QuestionMissing. */
async function rootOf(tx: Tx, id: Id): Promise<Id> {
  await question(tx, id)
  return (await read.rootOf(tx, id)) ?? id
}

async function whole(tx: Tx, part: Id, now: Date): Promise<shapes.Question> {
  const id = await rootOf(tx, part)
  const [found, weeks, best, next, writers, parts] = await Promise.all([
    lines(tx, [id], now),
    read.weeks(tx, id, { now, most: WEEKS }),
    read.best(tx, id),
    read.askedNext(tx, id),
    read.answerers(tx, id),
    read.joinedParts(tx, id),
  ])
  const [line] = await shown(tx, found, now)
  if (!line) throw new Refusal(404, 'There is nothing here by that id.')
  return {
    ...line,
    weeks,
    best: best && {
      text: best.text,
      by: best.by,
      at: best.at.toISOString(),
      conversation: best.conversationId,
      thanked: best.thanked,
    },
    next,
    writers,
    parts: parts.map((it) => ({ ...it, at: it.at.toISOString() })),
  }
}

async function askingsPage(tx: Tx, id: Id, after: read.Place | null, most: number) {
  const rows = await read.askingsOf(tx, id, after, most + 1)
  const page = rows.slice(0, most)
  const shown = await found(
    tx,
    page.map(({ messageId, conversationId }) => ({ id: messageId, conversationId, spans: [] })),
  )
  const byId = new Map(shown.map((it) => [it.message.id, it]))
  const last = page.at(-1)
  return {
    items: page.flatMap(({ messageId, answeredAt, toldAt }) => {
      const it = byId.get(messageId)
      if (!it) return []
      const { message, conversation } = it
      const times = { answeredAt: answeredAt?.toISOString() ?? null, toldAt: toldAt?.toISOString() ?? null }
      return [{ message, conversation, ...times }]
    }),
    next: rows.length > most && last ? cursorOf({ at: last.key, id: last.messageId }) : null,
  }
}

async function shown(tx: Tx, found: readonly Line[], now: Date): Promise<shapes.QuestionLine[]> {
  const kept = await answersOf(
    tx,
    found.map(({ id }) => id),
  )
  return found.map((it) => {
    const answer = kept.get(it.id)
    return { ...it, lastAt: it.lastAt?.toISOString() ?? null, answer: answer ? showAnswer(answer, dayOf(now)) : null }
  })
}
