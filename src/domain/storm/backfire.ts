/** When a message of our own draws anger: "9 of the 11 who answered it are annoyed; of those who answer us, 1 in 5 is". */
import { rules } from './storm.ts'
import { chanceOf } from './tail.ts'

/** People who answered or quoted one message of ours, and how many of them are annoyed or angry. */
export type Answered = { people: number; unhappy: number }

/** Null: as people answer us. `usual`: the same of all that we said in the last eight weeks. */
export function backfires(now: Answered, usual: Answered): { unhappy: number; of: number; share: number } | null {
  const share = (usual.unhappy + prior.unhappy) / (usual.people + prior.people)
  const mostly = now.unhappy * 2 > now.people
  if (now.unhappy < rules.least.people || !mostly) return null
  if (chanceOf(now.unhappy, { mean: now.people * share, spread: Math.max(1, restless * (1 - share)) }) > chance)
    return null
  return { unhappy: now.unhappy, of: now.people, share }
}

/** Each message of ours is one look, not each minute: of a hundred a week, one in ten weeks by chance alone. */
const chance = 1e-3
/** Ten people more, of whom two are unhappy: until a desk has a past of its own. */
const prior: Answered = { people: 10, unhappy: 2 }
/** Those who answer one message set each other on: their variance is half as much again as that of so many who don't (binomial). */
const restless = 1.5
