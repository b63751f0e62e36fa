/** Where hearing goes on. A position means something only to the stream that gave it, so it carries that stream's name. */
import { z } from 'zod'
import type { Json } from '../channel.ts'

const shape = z.object({
  stream: z.string(),
  /** Jetstream: microseconds; a PDS: its sequence number. Null: we listened, and nothing happened yet. */
  position: z.int().nonnegative().nullable(),
  /** When what stands at that position happened. */
  at: z.iso.datetime().transform((at) => new Date(at)),
})
export type Cursor = z.output<typeof shape>

export const written = ({ stream, position, at }: Cursor): Json => ({ stream, position, at: at.toISOString() })

/** `time`: a Jetstream, where a position is a time and so can be made up. `sequence`: a PDS, where it can't. */
export type Counting = 'time' | 'sequence'

export type Start =
  /** Never heard before: bring the recent past, then listen from now. */
  | { is: 'fresh' }
  | { is: 'go-on'; position: number; since: Date }
  /** What happened since can't be had from this stream. */
  | { is: 'broken'; since: Date }

// Two Jetstreams see one event up to seconds apart; their documentation asks for a small rewind on a switch.
const rewindMs = 10_000

/** How to start on `stream` with the kept cursor. A cursor that makes no sense counts as none. */
export function startOf(kept: Json | null, stream: string, counting: Counting): Start {
  const read = shape.safeParse(kept)
  if (!read.success) return { is: 'fresh' }
  const { position, at } = read.data
  if (read.data.stream === stream && position !== null) return { is: 'go-on', position, since: at }
  if (counting === 'sequence') return { is: 'broken', since: at }
  const since = new Date(at.getTime() - rewindMs)
  return { is: 'go-on', position: since.getTime() * 1000, since }
}

// Jetstream keeps a day unless told otherwise (its `--event-ttl`); half of that leaves no doubt on a busy network.
const surelyKeptMs = 12 * 3_600_000
const silenceMs = 60_000

/** Whether a Jetstream gave later events than asked for: a position too old is moved to its oldest event in silence. */
export function wasClamped({ since, first, now }: { since: Date; first: Date; now: Date }): boolean {
  const asked = since.getTime()
  return now.getTime() - asked > surelyKeptMs && first.getTime() - asked > silenceMs
}
