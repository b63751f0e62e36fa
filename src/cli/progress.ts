/** A line at the bottom of the terminal that says how far we are; nothing where nobody looks. */

export type Progress = {
  tell(bytes: number, rows: number): void
  /** Prints a line above it. */
  say(line: string): void
  end(): void
}

/** `total` in bytes. Writes to standard error, at most ten times a second. */
export function progressOf(
  total: number,
  stream: NodeJS.WriteStream = process.stderr,
  now: () => number = () => performance.now(),
): Progress {
  const began = now()
  let told = 0
  let line = ''
  const clear = () => line && stream.write('\r\x1b[2K')
  return {
    tell(bytes, rows) {
      if (!stream.isTTY || now() - told < 100) return
      told = now()
      clear()
      line = picture({ bytes, total, rows, seconds: (now() - began) / 1000, width: stream.columns })
      stream.write(line)
    },
    say(text) {
      clear()
      stream.write(`${text}\n${line}`)
    },
    end() {
      clear()
      line = ''
    },
  }
}

type Far = { bytes: number; total: number; rows: number; seconds: number; width: number }

/** `[#######.....................]  23 %  412,000 rows, 21,300 a second` */
export function picture({ bytes, total, rows, seconds, width }: Far): string {
  const part = total === 0 ? 1 : Math.min(1, bytes / total)
  const done = Math.round(part * 28)
  const numbers = new Intl.NumberFormat('en')
  const words = `${String(Math.floor(part * 100)).padStart(3)} %  ${numbers.format(rows)} rows, ${numbers.format(Math.round(rows / Math.max(seconds, 0.001)))} a second`
  return `[${'#'.repeat(done)}${'.'.repeat(28 - done)}] ${words}`.slice(0, Math.max(10, (width || 80) - 1))
}
