/** The clock after the sale, read: which steps are due for a teammate, and how the orders of somebody stand. */
import type { Tx } from '../db/db.ts'
import { mostFirstWords } from '../domain/moment/brief.ts'
import { dayOf } from '../domain/moment/moment.ts'
import { daysOf } from '../domain/order/clock.store.ts'
import { type Days, type Standing, standing } from '../domain/order/clock.ts'
import { ordersOf, type RunningOrder, runningOrders } from '../domain/order/order.read.ts'
import { pressureOn } from '../domain/tie/tie.read.ts'
import type { Id } from '../lib/ids.ts'

export type Due = RunningOrder & { clock: Standing & { is: 'due' } }

/** Of those whom `me` holds, and of those whom nobody holds: the longest due first, at most `most`. */
export async function dueSteps(tx: Tx, me: Id, now: Date, most: number): Promise<Due[]> {
  const days = await daysOf(tx)
  const found: Due[] = []
  for (const order of await runningOrders(tx, me, days, now)) {
    if (found.length === most) break
    const clock = await clockOf(tx, order, days, now)
    if (clock.is === 'due') found.push({ ...order, clock })
  }
  return found.sort((a, b) => a.clock.on.localeCompare(b.clock.on))
}

/** Of all who are one human, the newest first. Only the newest that stands is asked after. */
export async function clocksOf(
  tx: Tx,
  people: readonly Id[],
  now: Date,
): Promise<(RunningOrder & { clock: Standing })[]> {
  const [days, orders] = await Promise.all([daysOf(tx), ordersOf(tx, people, now)])
  return Promise.all(
    orders.map(async ({ running, ...order }) => ({
      ...order,
      clock:
        running || order.status === 'returned' || order.status === 'cancelled'
          ? await clockOf(tx, order, days, now)
          : ({ is: 'over' } as const),
    })),
  )
}

/** How often we wrote first is counted only where a step is due: it is the dearest question. */
async function clockOf(tx: Tx, order: RunningOrder, days: Days, now: Date): Promise<Standing> {
  const at = (pressed: boolean) => standing(order, { ...order.meanwhile, pressed }, days, dayOf(now))
  const calm = at(false)
  return calm.is === 'due' ? at((await pressureOn(tx, order.people, now)) >= mostFirstWords) : calm
}
