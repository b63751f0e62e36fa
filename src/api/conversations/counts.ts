/** How much stands in each view of the waiting list, over HTTP. */
import { counts as standing } from '../../domain/conversation/conversation.list.ts'
import { dayOf } from '../../domain/moment/moment.ts'
import { countPromised } from '../../domain/moment/promised.read.ts'
import { clockRuns } from '../../domain/order/order.read.ts'
import { countDue } from '../../domain/outcome/outcome.read.ts'
import { countOpen } from '../../domain/storm/storm.read.ts'
import { actorOfRequest } from '../door/actor.ts'
import { type Api, route } from '../door/route.ts'
import type { House } from '../house.ts'
import * as shapes from '../shapes.ts'

/** Counting stops there: nobody reads a larger number, and a large desk would pay for it. */
const MOST_COUNTED = 1000

export function counts(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/counts', {
      says: 'How many conversations stand in each view, how many promises and askings of mine are due, and how many storms are on',
      status: 200,
      answer: shapes.Counts,
    }),
    async (c) => {
      const { workspace, teammate } = actorOfRequest(c)
      const eyes = { me: teammate.id, today: dayOf(house.clock.now()) }
      const [views, promised, asked, clocks, storms] = await house.db.look(workspace, (tx) =>
        Promise.all([
          standing(tx, eyes, MOST_COUNTED),
          countPromised(tx, eyes, MOST_COUNTED),
          countDue(tx, eyes, MOST_COUNTED),
          clockRuns(tx, house.clock.now()),
          countOpen(tx),
        ]),
      )
      return c.json({ ...views, promised, asked, clocks, storms }, 200)
    },
  )
}
