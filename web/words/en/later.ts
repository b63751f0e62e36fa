/** Words in English of what loads later than the waiting list (`later` in words.ts). */
import { beginEn } from './begin.ts'
import { charterEn } from './charter.ts'
import { objectivesEn } from './objectives.ts'
import { ordersLaterEn } from './orders.later.ts'
import { outcomesEn } from './outcomes.ts'
import { receiversEn } from './receivers.ts'
import { verdictsEn } from './verdicts.ts'
import { voiceEn } from './voice.ts'
import { weatherEn } from './weather.ts'
import { weekEn } from './week.ts'
import { wonEn } from './won.ts'

export const laterEn = {
  ...beginEn,
  ...charterEn,
  ...objectivesEn,
  ...outcomesEn,
  ...ordersLaterEn,
  ...receiversEn,
  ...weatherEn,
  ...verdictsEn,
  ...voiceEn,
  ...weekEn,
  ...wonEn,
} as const
