/** What a storm is, in sentences. */
import type { Storm } from '../../../src/api/listening/shapes.weather.ts'
import { labelWord } from '../../parts/understood-words.ts'
import { locale, type Say } from '../../words/words.ts'

/** "41 messages about Bakery in half an hour; a Tuesday at 14:00 has 3." */
export function stormText(storm: Storm, say: Say): string {
  const at = new Date(storm.begunAt)
  const [first] = storm.abouts
  const share = storm.kind === 'backfire' ? storm.ordinary * 100 : storm.ordinary
  return say(`storm.line.${storm.kind}`, {
    n: storm.messages,
    of: storm.people,
    about: first === undefined ? '' : aboutText(first, say),
    day: at.toLocaleDateString(locale(), { weekday: 'long' }),
    hour: at.toLocaleTimeString(locale(), { hour: '2-digit', minute: '2-digit' }),
    ordinary: share.toLocaleString(locale(), { maximumFractionDigits: share < 3 ? 1 : 0 }),
  })
}

/** A listener, room or question by its name; an intent by its word. */
export function aboutText({ about, name }: { about: string; name: string | null }, say: Say): string {
  const at = about.indexOf(':')
  switch (about.slice(0, at)) {
    case 'intent':
      return say('storm.about.intent', { name: labelWord(about.slice(at + 1), say) })
    case 'answer':
      return say('storm.about.answer')
    default:
      return name === null ? say('storm.about.gone') : `“${name}”`
  }
}
