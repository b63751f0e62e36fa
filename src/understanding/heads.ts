/** What the shipped model answers of a text, in the order of its columns: intents, urgency, and feelings for `learning` to stand on. */
import { intents } from './understanding.ts'

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
  'embarrassment',
  'excitement',
  'fear',
  'gratitude',
  'joy',
  'love',
  'nervousness',
  'optimism',
  'realization',
  'relief',
  'remorse',
  'sadness',
  'surprise',
  'neutral',
] as const

export const heads = [...intents, 'urgent', ...feelings.map((feeling) => `feels ${feeling}` as const)] as const
export type Head = (typeof heads)[number]
