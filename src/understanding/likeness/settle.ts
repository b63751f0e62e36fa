/** Which questions turn out to be one, once more has been asked: average linkage (Sokal and Michener, 1958) among some. */

/** `mean`: the mean of its messages' vectors, each of length 1, so that products of two are mean likenesses of messages. */
export type Settling = { id: string; size: number; mean: Float32Array }

export type Joined = { into: string; from: string; likeness: number }

/**
 * The two that are most alike are joined, again and again, while they are at least `alike`. The larger one keeps its id;
 * of equals the earlier in the list. Takes time and memory by the square of the list.
 */
export function joinsAmong(questions: readonly Settling[], alike: number): Joined[] {
  const count = questions.length
  const sizes = Float64Array.from(questions, ({ size }) => size)
  const likenesses = likenessesOf(questions)
  const nearest = Int32Array.from(questions, (_, at) => nearestTo(at))
  const joins: Joined[] = []
  for (;;) {
    const one = mostAlike()
    const other = nearest[one] ?? -1
    if (one === -1 || other === -1 || between(one, other) < alike) return joins
    const [kept, gone] = keptFirst(one, other)
    joins.push({ into: idOf(kept), from: idOf(gone), likeness: between(kept, gone) })
    unite(kept, gone)
  }

  function between(one: number, other: number): number {
    return likenesses[one * count + other] ?? unlike
  }

  function idOf(at: number): string {
    return questions[at]?.id ?? ''
  }

  function keptFirst(one: number, other: number): [kept: number, gone: number] {
    const [ofOne = 0, ofOther = 0] = [sizes[one], sizes[other]]
    return ofOther > ofOne || (ofOther === ofOne && other < one) ? [other, one] : [one, other]
  }

  /** Every message of both counts the same in how like they are to the others. */
  function unite(kept: number, gone: number): void {
    const [ofKept = 0, ofGone = 0] = [sizes[kept], sizes[gone]]
    const size = ofKept + ofGone
    for (let at = 0; at < count; at++) {
      const mean = (ofKept * between(kept, at) + ofGone * between(gone, at)) / size
      const now = at === kept || at === gone || sizes[at] === 0 ? unlike : mean
      likenesses[kept * count + at] = now
      likenesses[at * count + kept] = now
      likenesses[gone * count + at] = unlike
      likenesses[at * count + gone] = unlike
    }
    sizes[kept] = size
    sizes[gone] = 0
    for (let at = 0; at < count; at++) {
      const now = nearest[at] ?? -1
      if (at === kept || now === kept || now === gone) nearest[at] = nearestTo(at)
      else if (now !== -1 && between(at, kept) > between(at, now)) nearest[at] = kept
    }
    nearest[gone] = -1
  }

  function nearestTo(at: number): number {
    let best = -1
    for (let other = 0; other < count; other++)
      if (between(at, other) > (best === -1 ? unlike : between(at, best))) best = other
    return best
  }

  function mostAlike(): number {
    let best = -1
    let most = unlike
    for (let at = 0; at < count; at++) {
      const to = nearest[at] ?? -1
      if (to === -1 || between(at, to) <= most) continue
      best = at
      most = between(at, to)
    }
    return best
  }
}

/** Less alike than any two vectors can be. */
const unlike = -2

function likenessesOf(questions: readonly Settling[]): Float32Array {
  const count = questions.length
  const likenesses = new Float32Array(count * count).fill(unlike)
  for (const [one, { mean }] of questions.entries()) {
    for (let other = one + 1; other < count; other++) {
      const to = questions[other]?.mean ?? mean
      let sum = 0
      for (let at = 0; at < mean.length; at++) sum += (mean[at] as number) * (to[at] as number)
      likenesses[one * count + other] = sum
      likenesses[other * count + one] = sum
    }
  }
  return likenesses
}
