/** Whether asking rises or falls over four weeks. One more or less is chance, and so is less than a quarter. */
export function trendOf(lately: number, before: number): 'rising' | 'falling' | 'steady' {
  const grown = lately - before
  if (Math.abs(grown) < 2 || Math.abs(grown) < Math.max(lately, before) / 4) return 'steady'
  return grown > 0 ? 'rising' : 'falling'
}
