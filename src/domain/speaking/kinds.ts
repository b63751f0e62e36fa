/** A question to the room, a word about a value we hold, an offer of help, news to those who asked. */
export const firstWordKinds = ['question', 'value', 'help', 'news'] as const
export type FirstWordKind = (typeof firstWordKinds)[number]
