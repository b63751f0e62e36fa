/** Words in English of what loads later than the waiting list (`later` in words.ts). */
import { objectivesEn } from './objectives.ts'
import { voiceEn } from './voice.ts'
import { weatherEn } from './weather.ts'

export const laterEn = {
  ...objectivesEn,
  ...weatherEn,
  ...voiceEn,
} as const
