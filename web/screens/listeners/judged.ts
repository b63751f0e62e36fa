/** What was said of examples since the form was opened. Null: what was said before was taken back. */
export type Judged = ReadonlyMap<string, boolean | null>

/** How a message stands: what was said just now goes before what was kept. */
export const standingOf = (judged: Judged, id: string, kept: boolean | null): boolean | null =>
  judged.has(id) ? (judged.get(id) ?? null) : kept

/** Who says the same again takes it back. */
export function judgedAnew(judged: Judged, id: string, kept: boolean | null, aboutUs: boolean): Judged {
  const now = standingOf(judged, id, kept) === aboutUs ? null : aboutUs
  return new Map(judged).set(id, now)
}
