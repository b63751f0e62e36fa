/** The messages that explain a storm, each for a reason: the first, the two that say best what most say, the most passed on, the angriest. */

export type Why = 'first' | 'typical' | 'passed-on' | 'angriest'
/** `passed`: by how many it was answered, quoted, reposted or linked to. */
export type Candidate = { id: string; at: Date; text: string; mood: number | null; passed: number }
/** `number`: how many say much the same, or passed it on; 0 where that means nothing. */
export type Chosen = { id: string; why: Why; number: number }

/** Of at most some hundreds; at most five, none twice. */
export function five(candidates: readonly Candidate[]): Chosen[] {
  const [...all] = candidates.toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const words = new Map(all.map((it) => [it.id, wordsOf(it.text)]))
  const alike = (a: Candidate, b: Candidate) => overlap(words.get(a.id) as Set<string>, words.get(b.id) as Set<string>)
  const chosen: Chosen[] = []
  const free = () => all.filter(({ id }) => !chosen.some((it) => it.id === id))
  const take = (it: Candidate | undefined, why: Why, number = 0) => it && chosen.push({ id: it.id, why, number })

  const typical = most(all, (it) => sum(all.map((other) => alike(it, other))))
  const like = (it: Candidate) => all.filter((other) => other !== it && alike(it, other) >= much).length
  if (typical) take(typical, 'typical', like(typical))
  // A second voice, of those who do not say what the first says.
  const others = typical ? free().filter((it) => alike(it, typical) < much) : []
  const second = most(others, (it) => sum(others.map((other) => alike(it, other))))
  const passed = most(free(), (it) => it.passed)
  if (passed && passed.passed > 0) take(passed, 'passed-on', passed.passed)
  const angriest = most(free(), (it) => -(it.mood ?? 0))
  if (angriest && (angriest.mood ?? 0) < -0.15) take(angriest, 'angriest')
  take(free()[0], 'first')
  if (second && free().includes(second)) take(second, 'typical', like(second))
  return chosen
}

/** From this share of common words on, two messages say much the same. */
const much = 0.3

/** Words of three letters and more, without links and names. */
const wordsOf = (text: string): Set<string> =>
  new Set(
    text
      .toLowerCase()
      .replaceAll(/https?:\/\/\S+|@\S+/g, ' ')
      .match(/[\p{L}\p{N}]{3,}/gu) ?? [],
  )

/** Jaccard's: of the words of both, how many they share. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = a.intersection(b).size
  return both === 0 ? 0 : both / (a.size + b.size - both)
}

function most<T>(all: readonly T[], worth: (it: T) => number): T | undefined {
  let best: { it: T; worth: number } | undefined
  for (const it of all) {
    const its = worth(it)
    if (best === undefined || its > best.worth) best = { it, worth: its }
  }
  return best?.it
}
const sum = (all: readonly number[]): number => all.reduce((total, it) => total + it, 0)
