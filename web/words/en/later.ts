/** Words in English of what loads later than the waiting list (`later` in words.ts). */
import { beginEn } from './begin.ts'
import { charterEn } from './charter.ts'
import { objectivesEn } from './objectives.ts'
import { ordersLaterEn } from './orders.later.ts'
import { receiversEn } from './receivers.ts'

export const laterEn = {
  ...beginEn,
  ...charterEn,
  ...objectivesEn,
  ...ordersLaterEn,
  ...receiversEn,
} as const
