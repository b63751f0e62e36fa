/** Speaking first over HTTP: what to know before, and saying it. One message to one person or one room; there is no other way. */
import { charterOf } from '../../domain/charter/charter.store.ts'
import { beyondPromise } from '../../domain/charter/promised.read.ts'
import { UNDO_MS } from '../../domain/reply/reply.ts'
import { room as roomOf } from '../../domain/room/room.store.ts'
import { objectives } from '../../domain/speaking/speaking.store.ts'
import { mayOverrule } from '../../domain/speaking/speaking.ts'
import { speakFirst } from '../../flows/speak.ts'
import { voices } from '../../flows/voices.ts'
import { actorOfRequest } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, byId, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import type { House } from '../house.ts'
import * as show from '../show.ts'
import * as shapes from './shapes.speaking.ts'

export function speaking(api: Api, house: House): void {
  const voiceOf = voices(house.channels)

  api.openapi(
    route(house, 'get', '/rooms/{id}/speaking', {
      says: 'What to know before we speak first in a room',
      status: 200,
      answer: shapes.Speaking,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const { workspace, teammate } = actorOfRequest(c)
      const now = house.clock.now()
      const known = await house.db.look(workspace, async (tx) => {
        const room = await roomOf(tx, id)
        const charter = await charterOf(tx, id)
        const [beyond, standing] = await Promise.all([beyondPromise(tx, id, charter, now), objectives(tx)])
        const channel = voiceOf(room.channel)?.first ? house.channels.get(room.channel) : undefined
        return {
          replying: show.replying(channel, room.account),
          beyond: {
            count: beyond.count,
            longest: beyond.longest && { ...beyond.longest, since: beyond.longest.since.toISOString() },
          },
          mayOverrule: mayOverrule(teammate, charter.ownerId),
          objectives: standing,
        }
      })
      return c.json(known, 200)
    },
  )

  api.openapi(
    route(house, 'post', '/rooms/{id}/first-words', {
      says: 'Speaks first, to a room or to one person in it; it leaves ten seconds later',
      status: 201,
      answer: shapes.FirstWord,
      body: shapes.NewFirstWord,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const { objective, person, answers, ...asked } = c.req.valid('json')
      const said = await write(c, house, async (tx, { teammate: by }, at) => {
        const first = { ...asked, roomId: id, objectiveId: objective, personId: person, answersId: answers, by, at }
        const spoken = await speakFirst(tx, first, voiceOf, house)
        switch (spoken.is) {
          case 'spoken': {
            const leavesAt = asked.saidThere ? null : new Date(at.getTime() + UNDO_MS).toISOString()
            return { conversationId: spoken.conversationId, replyId: spoken.replyId, leavesAt }
          }
          case 'held':
            throw new Refusal(409, spoken.why)
          case 'refused':
            throw new Refusal(422, spoken.why, spoken.field)
        }
      })
      return c.json(said, 201)
    },
  )
}
