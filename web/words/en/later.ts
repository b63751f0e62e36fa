/** Words in English of what loads later than the waiting list (`later` in words.ts). */
import { objectivesEn } from './objectives.ts'
import { outcomesEn } from './outcomes.ts'

export const laterEn = {
  ...objectivesEn,
  ...outcomesEn,
} as const
