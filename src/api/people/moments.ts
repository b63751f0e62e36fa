/** Memory over HTTP: moments, what to call somebody, and what to know before a reply. */
import { z } from '@hono/zod-openapi'
import { linesOfPeople } from '../../domain/conversation/conversation.list.ts'
import { beforeYouReply } from '../../domain/moment/brief.ts'
import { momentsOf } from '../../domain/moment/moment.store.ts'
import { dayOf } from '../../domain/moment/moment.ts'
import { promisedBy } from '../../domain/moment/promised.read.ts'
import { lastOrderOf } from '../../domain/order/order.read.ts'
import { mustBeOneHuman } from '../../domain/person/joining.store.ts'
import { person as personOf } from '../../domain/person/person.read.ts'
import { pressureOn } from '../../domain/tie/tie.read.ts'
import { erase, offerAgain, refuse, remember, saveCard, settle } from '../../flows/remember.ts'
import { actorOfRequest } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, byId, Done, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import { writeById } from '../door/write-by-id.ts'
import type { House } from '../house.ts'
import * as shapes from './shapes.moments.ts'

const MOST_PROMISED = 50
const missing = 'There is nothing remembered here by that id.'

export function moments(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/people/{id}/brief', {
      says: 'What to know before a reply, in six lines at most',
      status: 200,
      answer: z.object({ lines: z.array(shapes.BriefLine) }),
      params: byId,
      // The conversation that is on screen anyway.
      query: z.object({ except: z.uuid().optional() }),
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const { except } = c.req.valid('query')
      const { workspace, teammate } = actorOfRequest(c)
      const now = house.clock.now()
      const lines = await house.db.look(workspace, async (tx) => {
        const people = await mustBeOneHuman(tx, id)
        const [who, kept, talks, wroteFirst, order] = await Promise.all([
          personOf(tx, id),
          momentsOf(tx, people, { to: teammate.id, today: dayOf(now) }),
          linesOfPeople(tx, people, 2),
          pressureOn(tx, people, now),
          lastOrderOf(tx, people),
        ])
        if (!who) throw new Refusal(404, 'There is nobody here by that id.')
        const last = talks.find((it) => it.id !== except)
        return beforeYouReply(
          {
            ...who,
            last: last ? { at: last.lastAt, state: last.state, preview: last.title ?? last.preview } : null,
            moments: kept.map((it) => ({ ...it, by: it.by.name })),
            knownBy: who.knownBy.map((it) => it.teammate.name),
            wroteFirst,
            order: order && { ...order, onDay: dayOf(order.statusAt) },
          },
          dayOf(now),
        )
      })
      const shown = lines.map((it) => (it.is === 'last' ? { ...it, at: it.at.toISOString() } : it))
      return c.json({ lines: shown as shapes.BriefLine[] }, 200)
    },
  )

  api.openapi(
    route(house, 'get', '/promises', {
      says: 'What I promised by today, and is neither kept nor broken; the longest overdue first',
      status: 200,
      answer: z.object({ items: z.array(shapes.Promised) }),
    }),
    async (c) => {
      const { workspace, teammate } = actorOfRequest(c)
      const eyes = { me: teammate.id, today: dayOf(house.clock.now()) }
      return c.json({ items: await house.db.look(workspace, (tx) => promisedBy(tx, eyes, MOST_PROMISED)) }, 200)
    },
  )

  api.openapi(
    route(house, 'post', '/people/{id}/moments', {
      says: 'Writes down something to remember',
      status: 201,
      answer: z.object({ id: z.uuid() }),
      body: shapes.NewMoment,
      params: byId,
    }),
    async (c) => {
      const { id: person } = c.req.valid('param')
      const { onlyMe, message, reply, onDay, ...asked } = c.req.valid('json')
      const done = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
        const moment = {
          ...asked,
          onDay: onDay ?? dayOf(at),
          onlyFor: onlyMe ? by : null,
          messageId: message,
          replyId: reply,
        }
        const kept = await remember(tx, { ...moment, person, by, at }, house.newId)
        switch (kept.is) {
          case 'remembered':
            return { id: kept.id }
          case 'wrong':
            throw new Refusal(422, kept.why, kept.field)
          case 'not-theirs':
            throw new Refusal(422, 'That was not said by them or to them, or it was taken back.', 'message')
        }
      })
      return c.json(done, 201)
    },
  )

  writeById(api, house, 'delete', '/moments/{id}', { says: 'Erases something that was remembered', missing }, erase)

  const silent = 'There is no message and no reply here by that id.'
  const refused = { says: 'Nothing of this message or reply is to be remembered', missing: silent }
  const offered = { says: 'Takes that no back', missing: silent }
  writeById(api, house, 'put', '/moments/refusals/{id}', refused, refuse)
  writeById(api, house, 'delete', '/moments/refusals/{id}', offered, offerAgain)

  api.openapi(
    route(house, 'put', '/moments/{id}/settlement', {
      says: 'Says that a promise was kept or broken, or that it is open again',
      status: 200,
      answer: Done,
      body: shapes.NewSettlement,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const { as } = c.req.valid('json')
      const done = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
        const settled = await settle(tx, id, as, { by, at })
        if (settled === 'missing') throw new Refusal(404, missing)
        if (settled === 'no-promise') throw new Refusal(409, 'Only a promise is kept or broken.')
        return { ok: true } as const
      })
      return c.json(done, 200)
    },
  )

  api.openapi(
    route(house, 'put', '/people/{id}/card', {
      says: 'Writes down what to call somebody, how to say it, and how they like to be reached',
      status: 200,
      answer: Done,
      body: shapes.NewCard,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const card = c.req.valid('json')
      const done = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
        await saveCard(tx, id, card, { by, at })
        return { ok: true } as const
      })
      return c.json(done, 200)
    },
  )
}
