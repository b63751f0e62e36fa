/** What a draft is warned of, what weighs most first. */
export const kinds = [
  'private-detail',
  'no-answer',
  'wrong-tone',
  'hard-sell',
  'stock-phrase',
  'same-words',
  'too-long',
  'no-name',
] as const
export type Kind = (typeof kinds)[number]
