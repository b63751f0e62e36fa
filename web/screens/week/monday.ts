/** The Monday so many weeks beside one: `2026-06-01` and -1 give `2026-05-25`. */
export const mondayBeside = (monday: string, weeks: number): string =>
  new Date(Date.parse(monday) + weeks * 7 * 86_400_000).toISOString().slice(0, 10)
