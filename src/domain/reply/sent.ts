/** What a channel answers when it is given a reply. */
export type Sent =
  | { is: 'sent'; id: string; url: string | null }
  /** In the channel's own words. */
  | { is: 'refused'; why: string }
  /** `after`: the channel named the hour (Retry-After). `mayHaveArrived`: the channel may have taken it. */
  | { is: 'try-later'; why: string; after: Date | null; mayHaveArrived: boolean }
