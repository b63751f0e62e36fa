/** How likely so many are, where they come in bursts. */

/**
 * The chance of `atLeast` or more, when `mean` are expected and their variance is `spread` times that (1: a Poisson count, more: bursts).
 * The negative binomial in the shape of Cameron and Trivedi's NB1: variance proportional to the mean, as in a quasi-Poisson model.
 */
export function chanceOf(atLeast: number, { mean, spread }: { mean: number; spread: number }): number {
  if (atLeast <= 0) return 1
  if (mean <= 0) return 0
  const size = spread > 1 + 1e-6 ? mean / (spread - 1) : null
  // Each chance follows from the one before: their ratio falls below 1 behind the mean, and there the sum ends.
  const ratio = (n: number) => (size === null ? mean / (n + 1) : ((n + size) / (n + 1)) * ((spread - 1) / spread))
  const first = Math.exp(
    size === null ? atLeast * Math.log(mean) - mean - lnGamma(atLeast + 1) : lnBursts(atLeast, size, spread),
  )
  if (atLeast <= mean) return Math.max(0, 1 - below(atLeast, first, ratio))
  let [sum, chance] = [0, first]
  for (let n = atLeast; chance > sum * 1e-9; n++) {
    sum += chance
    chance *= ratio(n)
  }
  return Math.min(1, sum)
}

const lnBursts = (n: number, size: number, spread: number): number =>
  lnGamma(n + size) - lnGamma(size) - lnGamma(n + 1) - size * Math.log(spread) + n * Math.log((spread - 1) / spread)

function below(n: number, chanceOfN: number, ratio: (n: number) => number): number {
  let [sum, chance] = [0, chanceOfN]
  for (let at = n - 1; at >= 0; at--) {
    chance /= ratio(at)
    sum += chance
    if (chance < sum * 1e-12) break
  }
  return sum
}

/** Stirling's series after a shift to 10 and more: good to 1e-10. */
function lnGamma(x: number): number {
  let [at, product] = [x, 1]
  while (at < 10) product *= at++
  const inverse = 1 / (at * at)
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / at
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product)
}
