/** Words in English of what loads later than the waiting list (`later` in words.ts). */
import { beginEn } from './begin.ts'
import { objectivesEn } from './objectives.ts'
import { receiversEn } from './receivers.ts'
import { voiceEn } from './voice.ts'
import { weatherEn } from './weather.ts'

export const laterEn = {
  ...beginEn,
  ...objectivesEn,
  ...weatherEn,
  ...voiceEn,
  ...receiversEn,
} as const
