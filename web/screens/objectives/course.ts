/** Where the points of an objective's course lie on paper. Pure. */
import type { Objective } from '../../../src/api/objectives/shapes.objectives.ts'

type Course = Pick<Objective, 'points' | 'baseline' | 'target' | 'createdAt' | 'due'>
export type Drawn = {
  width: number
  height: number
  /** Each `x,y x,y`: where we were, and the straight way from baseline to target. */
  line: string
  way: string
  dots: { x: number; y: number; at: string }[]
  targetAt: number
  baselineAt: number
}

const [width, height, margin] = [640, 200, 20]

/** Time runs from the day it was made to its last day; up is more. What is not known leaves no dot. */
export function drawn({ points, baseline, target, createdAt, due }: Course): Drawn {
  const known = points.flatMap(({ at, value }) => (value === null ? [] : [{ at, value }]))
  const numbers = [baseline, target, ...known.map(({ value }) => value)]
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  const [begin, end] = [Date.parse(createdAt), Date.parse(`${due}T00:00:00Z`) + 86_400_000]
  const across = (at: number) =>
    round(Math.min(1, Math.max(0, (at - begin) / Math.max(1, end - begin))) * (width - 8) + 4)
  const up = (value: number) => round(height - margin - ((value - least) / (most - least)) * (height - 2 * margin))
  const dots = known.map(({ at, value }) => ({ x: across(Date.parse(at)), y: up(value), at }))
  return {
    width,
    height,
    line: dots.map(({ x, y }) => `${x},${y}`).join(' '),
    way: `${across(begin)},${up(baseline)} ${across(end)},${up(target)}`,
    dots,
    targetAt: up(target),
    baselineAt: up(baseline),
  }
}

const round = (n: number) => Math.round(n * 10) / 10
