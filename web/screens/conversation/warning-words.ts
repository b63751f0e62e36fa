/** A warning in words, with its reason. */
import type { Warning } from '../../../src/api/rooms/shapes.advice.ts'
import type { Say } from '../../words/words.ts'

export function warningText({ is, found }: Pick<Warning, 'is' | 'found'>, say: Say): string {
  switch (is) {
    case 'private-detail':
      return say('advice.private-detail', { what: say(`advice.detail.${found as Detail}`) })
    case 'wrong-tone':
      return say('advice.wrong-tone', { what: traitsIn(found, say) })
    case 'hard-sell':
    case 'stock-phrase':
    case 'same-words':
    case 'too-long':
      return say(`advice.${is}`, { what: found })
    case 'no-answer':
    case 'no-name':
      return say(`advice.${is}`)
  }
}

/** Of one that was overruled only `about` is known: no private detail itself, and no room. */
export function overruledText({ is, about }: Pick<Warning, 'is' | 'about'>, say: Say): string {
  const [first = ''] = about.split(' ')
  switch (is) {
    case 'private-detail':
      return warningText({ is, found: first }, say)
    case 'same-words':
      return say('advice.same-words.learned', { what: about })
    case 'too-long':
      return say('advice.too-long.learned', { n: first })
    default:
      return warningText({ is, found: about }, say)
  }
}

const traitsIn = (found: string, say: Say) =>
  found
    .split(' ')
    .map((trait) => say(`advice.trait.${trait as Trait}`))
    .join(', ')

type Detail = 'iban' | 'card' | 'mail' | 'order' | 'phone' | 'street'
type Trait = 'exclaims' | 'shouts' | 'emoji' | 'stiff' | 'formal' | 'uncontracted' | 'wordy'
