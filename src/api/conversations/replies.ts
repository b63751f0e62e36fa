/** Replies over HTTP: write one, take it back, and see to those that did not arrive. */

import { z } from '@hono/zod-openapi'
import type { Tx } from '../../db/db.ts'
import { replyById } from '../../domain/conversation/conversation.thread.ts'
import { forChange, ReplyMissing } from '../../domain/reply/reply.store.ts'
import { byIds } from '../../domain/teammate/teammate.store.ts'
import type { Actor } from '../../domain/teammate/teammate.ts'
import { foundSaid, reply, sendAgain, takeBack } from '../../flows/answer.ts'
import { whyNotAgain } from '../../flows/ask-how.ts'
import { voices } from '../../flows/voices.ts'
import type { Id } from '../../lib/ids.ts'
import * as asks from '../asks.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, byId, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import type { House } from '../house.ts'
import * as shapes from '../shapes.ts'
import * as show from '../show.ts'
import { mustSee } from './conversations.ts'

const seenHeader = z.uuid()

export function replies(api: Api, house: House): void {
  api.openapi(
    route(house, 'post', '/conversations/{id}/replies', {
      says: 'Gives our word; it leaves ten seconds later',
      status: 201,
      answer: shapes.Reply,
      body: asks.NewReply,
      params: byId,
    }),
    async (c) => {
      const asked = c.req.valid('json')
      const { id } = c.req.valid('param')
      const seen = seenHeader.safeParse(c.req.header('x-seen-last-message')).data ?? null
      const written = await write(c, house, async (tx, actor, at) => {
        await mustSee(tx, actor, id)
        const answered = await reply(
          tx,
          {
            conversationId: id,
            text: asked.text,
            inReplyTo: asked.inReplyTo ?? null,
            by: actor.teammate.id,
            at,
            answeredThere: asked.answeredThere,
            done: asked.done,
            seen,
            overruled: asked.overruled,
          },
          voices(house.channels),
          house,
        )
        switch (answered.is) {
          case 'answered':
            return shown(tx, answered.replyId)
          case 'refused':
            throw new Refusal(422, answered.why, 'text')
          case 'colleague': {
            const colleague = (await byIds(tx, [answered.by])).get(answered.by)
            throw new Refusal(
              409,
              `${colleague?.name ?? 'A colleague'} answered while you wrote. Your words are kept; look at theirs first.`,
            )
          }
        }
      })
      return c.json(written, 201)
    },
  )

  api.openapi(
    route(house, 'delete', '/replies/{id}', {
      says: 'Takes a reply back before it leaves',
      status: 200,
      answer: z.object({ text: z.string() }),
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const text = await write(c, house, async (tx, actor, at) => {
        await mustSeeReply(tx, actor, id)
        const text = await takeBack(tx, id, actor.teammate.id, at)
        if (text === null) throw new Refusal(409, 'It has left already.')
        return { text }
      })
      return c.json(text, 200)
    },
  )

  const settle =
    (no: string, act: (tx: Tx, id: Id, by: Id, at: Date) => Promise<Id | null>) =>
    async (tx: Tx, id: Id, actor: Actor, at: Date) => {
      await mustSeeReply(tx, actor, id)
      if ((await act(tx, id, actor.teammate.id, at)) === null) throw new Refusal(409, no)
      return shown(tx, id)
    }
  const again = settle('This reply is not one that was refused.', async (tx, id, by, at) => {
    const why = await whyNotAgain(tx, id, at)
    if (why !== null) throw new Refusal(409, why)
    return sendAgain(tx, id, by, at)
  })
  const found = settle('Nobody had asked where this reply is.', foundSaid)

  api.openapi(
    route(house, 'post', '/replies/{id}/again', {
      says: 'Sends a refused reply once more',
      status: 200,
      answer: shapes.Reply,
      params: byId,
    }),
    async (c) => c.json(await write(c, house, (tx, actor, at) => again(tx, c.req.valid('param').id, actor, at)), 200),
  )

  const Outcome = z.object({ is: z.enum(['said', 'not said']) })
  api.openapi(
    route(house, 'post', '/replies/{id}/outcome', {
      says: 'Says whether a reply of unknown outcome is there',
      status: 200,
      answer: shapes.Reply,
      body: Outcome,
      params: byId,
    }),
    async (c) => {
      const settled = c.req.valid('json').is === 'said' ? found : again
      return c.json(await write(c, house, (tx, actor, at) => settled(tx, c.req.valid('param').id, actor, at)), 200)
    },
  )
}

async function shown(tx: Tx, id: Id): Promise<shapes.Reply> {
  const row = await replyById(tx, id)
  if (!row) throw new ReplyMissing(id)
  return show.reply(row)
}

const mustSeeReply = async (tx: Tx, actor: Actor, id: Id) =>
  mustSee(tx, actor, (await forChange(tx, id)).conversationId)
