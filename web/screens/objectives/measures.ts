/** The measures and kinds that can be chosen, in the order in which they are offered. */
import type { Measure, ObjectiveKind } from '../../../src/api/objectives/shapes.objectives.ts'

export const kinds: readonly ObjectiveKind[] = ['reputation', 'sales', 'service', 'values', 'learning', 'people']

/** Of which kind an objective mostly is that is measured so. */
export const kindOf: Record<Measure, ObjectiveKind> = {
  'answered-in-time': 'service',
  'won-back': 'reputation',
  orders: 'sales',
  meetings: 'people',
  'sign-ups': 'sales',
  unasked: 'learning',
  voice: 'reputation',
  satisfaction: 'service',
  told: 'values',
}

export const measures = Object.keys(kindOf) as Measure[]
