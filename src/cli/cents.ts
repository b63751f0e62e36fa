/** "19,90" and "19.90" are 1990; nothing is null; what can't be read for sure, undefined. */
export function centsOf(written: string): number | null | undefined {
  const text = written.trim()
  if (text === '') return null
  const found = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(text)
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : undefined
}
