/** How well answers hold: F1 of one class, the mean of all classes, and of what is said at 90 % how much is so. */

/** The harmonic mean of how much of the class is found and how much of what is found is of it. 0 where there is none. */
export function f1<Class>(right: readonly Class[], said: readonly Class[], of: Class): number {
  let [both, either] = [0, 0]
  for (const [at, class_] of right.entries()) {
    if (class_ === of && said[at] === of) both++
    if (class_ === of) either++
    if (said[at] === of) either++
  }
  return either === 0 ? 0 : (2 * both) / either
}

export const macroF1 = <Class>(right: readonly Class[], said: readonly Class[]): number =>
  mean([...new Set(right)].map((class_) => f1(right, said, class_)))

export const accuracy = <Class>(right: readonly Class[], said: readonly Class[]): number =>
  mean(right.map((class_, at) => (class_ === said[at] ? 1 : 0)))

export const mean = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length)

/** Of answers given at `level` or more, the share that holds. */
export const holdsAt = (level: number, answers: readonly { sure: number; holds: boolean }[]): number =>
  mean(answers.filter(({ sure }) => sure >= level).map(({ holds }) => (holds ? 1 : 0)))
