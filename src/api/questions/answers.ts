/** Answers over HTTP: kept for their questions, in versions, and ready where somebody asks. */
import { z } from '@hono/zod-openapi'
import type { Tx } from '../../db/db.ts'
import { type AnswerRow, add, current, remove, versions } from '../../domain/answer/answer.store.ts'
import { keep, reviewDue } from '../../domain/answer/answer.ts'
import { record } from '../../domain/happening/happening.store.ts'
import { lines } from '../../domain/question/question.list.ts'
import { holdQuestions, question } from '../../domain/question/question.store.ts'
import { teammates } from '../../domain/teammate/teammate.store.ts'
import { readyFor } from '../../flows/answers.ts'
import type { Id } from '../../lib/ids.ts'
import { mustSee } from '../conversations/conversations.ts'
import { actorOfRequest } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, byId, Done, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import type { House } from '../house.ts'
import * as shapes from './shapes.answers.ts'

const Versions = z.object({ items: z.array(shapes.Answer) })

export function answers(api: Api, house: House): void {
  const today = () => dayOf(house.clock.now())

  api.openapi(
    route(house, 'get', '/questions/{id}/answers', {
      says: 'Every version of the answer that is kept for a question, the newest first',
      status: 200,
      answer: Versions,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const items = await house.db.look(actorOfRequest(c).workspace, (tx) => all(tx, id, today()))
      return c.json({ items }, 200)
    },
  )

  api.openapi(
    route(house, 'put', '/questions/{id}/answer', {
      says: 'Keeps a reply as the answer to a question, as its next version',
      status: 200,
      answer: Versions,
      body: shapes.NewAnswer,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const asked = c.req.valid('json')
      const items = await write(c, house, async (tx, { teammate: { id: keeper } }, at) => {
        const { by = keeper, owner: ownerId = keeper } = asked
        holdQuestions(tx)
        if ((await question(tx, id)).joined !== null)
          throw new Refusal(409, 'It is part of another question. Keep the answer with that one.')
        await mustWorkHere(tx, { by, owner: ownerId })
        const now = await current(tx, id)
        const kept = keep(now, { text: asked.text, by, ownerId, reviewOn: asked.reviewOn }, dayOf(at))
        if (kept.is === 'refused') throw new Refusal(422, kept.why, 'reviewOn')
        if (kept.next !== now) {
          await add(tx, { ...kept.next, id: house.newId(), questionId: id, keptBy: keeper, at })
          const detail = { is: 'answer kept', question: id, version: kept.next.version }
          await record(tx, [{ kind: 'question', at, by: keeper, detail }])
        }
        return all(tx, id, dayOf(at))
      })
      return c.json({ items }, 200)
    },
  )

  api.openapi(
    route(house, 'delete', '/questions/{id}/answer', {
      says: 'Keeps no answer to a question any more; its versions go',
      status: 200,
      answer: Done,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const done = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
        await question(tx, id)
        const removed = await remove(tx, id)
        if (removed === 0) throw new Refusal(404, 'No answer is kept for this question.')
        const detail = { is: 'answer removed', question: id, versions: removed }
        await record(tx, [{ kind: 'question', at, by, detail }])
        return { ok: true } as const
      })
      return c.json(done, 200)
    },
  )

  api.openapi(
    route(house, 'get', '/conversations/{id}/answers', {
      says: 'Up to three kept answers that may fit what was said last, the likeliest first',
      status: 200,
      answer: shapes.Ready,
      params: byId,
    }),
    async (c) => {
      const actor = actorOfRequest(c)
      const { id } = c.req.valid('param')
      const now = house.clock.now()
      const ready = await house.db.look(actor.workspace, async (tx) => {
        await mustSee(tx, actor, id)
        const found = await readyFor(tx, id)
        const roots = found.ready.map(({ root }) => root)
        const names = new Map((await lines(tx, roots, now)).map(({ id, name }) => [id, name]))
        return {
          items: found.ready.map(({ root, likeness, ...row }) => ({
            ...showAnswer(row, dayOf(now)),
            question: { id: root, name: names.get(root) ?? '' },
            likeness,
          })),
          hurt: found.hurt,
        }
      })
      return c.json(ready, 200)
    },
  )
}

async function all(tx: Tx, id: Id, today: string): Promise<shapes.Answer[]> {
  await question(tx, id)
  return (await versions(tx, id)).map((row) => showAnswer(row, today))
}

export const showAnswer = ({ questionId: _, ...it }: AnswerRow, today: string): shapes.Answer => ({
  ...it,
  keptAt: it.keptAt.toISOString(),
  reviewDue: reviewDue(it, today),
})

async function mustWorkHere(tx: Tx, { by, owner }: { by: Id | null; owner: Id }): Promise<void> {
  const here = new Set((await teammates(tx)).map(({ id }) => id))
  if (!here.has(owner)) throw new Refusal(422, 'There is no such teammate here.', 'owner')
  if (by !== null && !here.has(by)) throw new Refusal(422, 'There is no such teammate here.', 'by')
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10)
