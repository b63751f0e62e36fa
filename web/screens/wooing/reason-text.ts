/** Why somebody was spotted, in words. */
import type { Wooing } from '../../../src/api/people/shapes.wooing.ts'
import type { Say } from '../../words/words.ts'

export function reasonText(reason: Wooing['reason'], say: Say): string {
  switch (reason.is) {
    case 'let-down':
      return say('wooing.reason.let-down', { n: reason.times })
    case 'sinking':
      return reason.unanswered === 0
        ? say('wooing.reason.sinking', { n: reason.messages })
        : `${say('wooing.reason.sinking', { n: reason.messages })}, ${say('irritated.unanswered', { n: reason.unanswered })}`
    case 'waiting':
      return reason.hours < 24
        ? say('irritated.unanswered', { n: reason.unanswered })
        : say('wooing.reason.waiting', { n: Math.floor(reason.hours / 24) })
  }
}
