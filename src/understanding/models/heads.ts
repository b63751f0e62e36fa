/** What the shipped model answers of a text, in the order of its columns: intents, urgency, and feelings for `learning` to stand on. */
import { intents } from '../intents.ts'

export const feelings = [
  'admiration',
  'amusement',
  'anger',
  'annoyance',
  'approval',
  'caring',
  'confusion',
  'curiosity',
  'desire',
  'disappointment',
  'disapproval',
  'disgust',
  'excitement',
  'fear',
  'joy',
  'love',
  'optimism',
  'sadness',
] as const

export const heads = [...intents, 'urgent', ...feelings.map((feeling) => `feels ${feeling}` as const)] as const
export type Head = (typeof heads)[number]
