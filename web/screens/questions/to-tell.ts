/** Who is still to be told: each person once, by what they asked last; who asked first waits longest and comes first. */
import type { Asking } from '../../../src/api/questions/shapes.questions.ts'

/** `askings` come the newest first. `passedOver`: people whom the teammate does not want to write to. */
export function toTell(askings: readonly Asking[], passedOver: readonly string[]): { waiting: Asking[]; told: number } {
  const people = new Map<string, Asking>()
  for (const asking of askings) {
    const who = whoOf(asking)
    if (!people.has(who)) people.set(who, asking)
  }
  const all = [...people]
  return {
    waiting: all
      .filter(([who, asking]) => asking.toldAt === null && !passedOver.includes(who))
      .map(([, asking]) => asking)
      .toReversed(),
    told: all.filter(([, { toldAt }]) => toldAt !== null).length,
  }
}

const whoOf = ({ message }: Asking): string => message.person?.id ?? message.id
