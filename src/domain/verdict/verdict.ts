/** A verdict: how we did, said by somebody we answered, because a teammate chose to ask them. Pure. */

/** Nobody is asked again before so many days went by, in whichever room and by whomever of us. */
export const REST_DAYS = 30
/** So long after they were asked, they can say it, or say otherwise. */
export const OPEN_DAYS = 30
/** A link is found by others too: what it says is not turned over for ever. */
export const MOST_CHANGES = 10
export const MOST_WORDS = 2000

const DAY_MS = 86_400_000

/** What is known of somebody before they are asked. */
export type Asked = {
  /** The workspace asks at all. */
  on: boolean
  name: string
  kind: 'human' | 'staff' | 'bot' | 'feed'
  /** What their last message was understood to be. */
  labels: readonly string[]
  /** When one of us asked them last, and it was not refused. */
  last: Date | null
}

/** Why they are not asked how we did; null: they can be. */
export function whyNot({ on, name, kind, labels, last }: Asked, at: Date): string | null {
  if (!on) return 'This desk asks nobody how we did. An admin can change that in the settings.'
  if (kind !== 'human') return `${name} is no customer of ours: only people are asked how we did.`
  if (labels.includes('spam') || labels.includes('abuse'))
    return `What ${name} wrote last reads as spam or abuse: nobody is asked how we did after that.`
  if (last !== null && at.getTime() < last.getTime() + REST_DAYS * DAY_MS)
    return `${name} was asked on ${last.toISOString().slice(0, 10)}. Nobody is asked twice in ${REST_DAYS} days.`
  return null
}

export type Standing = {
  /** When it was asked; null: the reply never left, or was taken back. */
  askedAt: Date | null
  content: boolean | null
  words: string
  changes: number
}

/** Whether they can still say it. */
export const isOpen = ({ askedAt, changes }: Standing, at: Date): boolean =>
  askedAt !== null && changes < MOST_CHANGES && at.getTime() < askedAt.getTime() + OPEN_DAYS * DAY_MS

/** The words of the links in a text that ask how we did, on the desk at `url`. */
export const wordsIn = (text: string, url: string): string[] =>
  text
    .split(`${url}/how/`)
    .slice(1)
    .flatMap((rest) => /^[a-z0-9]{9}/.exec(rest)?.[0] ?? [])
