/** What somebody did for us, and whether it was thanked for: a friend of the house is known by deeds. Pure. */

export type DeedKind = 'answered' | 'defended' | 'sent' | 'came-back'

/** Why it can't be written down like that, in words; null: it can. By hand it needs words; else it has a source. */
export function wrongWith(deed: { kind: DeedKind; text: string; sourced: boolean }): Wrong | null {
  if (!deed.sourced && deed.text.trim() === '') return { field: 'text', why: 'What did they do?' }
  return null
}
export type Wrong = { field: 'text'; why: string }

/** To whom thanks are due, who has waited longest for them first: one line a person, with all that they did. */
export function thanksDue<D extends { person: { id: string }; at: Date; thankedAt: Date | null }>(
  deeds: readonly D[],
): { person: D['person']; deeds: D[] }[] {
  const due = deeds.filter(({ thankedAt }) => thankedAt === null).toSorted((a, b) => a.at.getTime() - b.at.getTime())
  return [...Map.groupBy(due, ({ person }) => person.id).values()].flatMap((theirs) =>
    theirs[0] ? [{ person: theirs[0].person, deeds: theirs }] : [],
  )
}
