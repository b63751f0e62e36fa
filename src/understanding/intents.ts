/** What somebody may want with a message; more than one may hold. */
export const intents = [
  'question',
  'complaint',
  'praise',
  'thanks',
  'request',
  'suggestion',
  'celebration',
  'loss',
  'hiccup',
  'purchase',
  'spam',
  'abuse',
  'chatter',
] as const
export type Intent = (typeof intents)[number]
