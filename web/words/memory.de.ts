/** Wörter für das, was zu merken angeboten wird, was wir versprochen haben, und was gezeigt und vergessen wird. */
import type { memoryEn } from './memory.en.ts'

export const memoryDe: Record<keyof typeof memoryEn, string> = {
  'offer.celebration': 'Das Fest merken?',
  'offer.loss': 'Den Verlust merken?',
  'offer.hiccup': 'Das Missgeschick merken?',
  'offer.promise': 'Das Versprechen für {day} merken?',
  'offer.refuse': 'Nein, danke',
  'offer.refuse.name': 'Nein, nichts zu merken: {text}',
  'did.refused': 'Wird nicht wieder angeboten',
  'moment.source.reply': 'Die Quelle ist deine Antwort.',
  'do.promise.kept': 'Das Versprechen wurde gehalten',
  'do.promise.broken': 'Das Versprechen wurde gebrochen',
  'did.promise.kept': 'Versprechen gehalten',
  'did.promise.broken': 'Versprechen gebrochen',
  'moment.kept.name': 'Gehalten: {text}',
  'moment.broken.name': 'Gebrochen: {text}',
  'promised.title': 'Du hast versprochen',
  'promised.due': 'fällig am {day}',
}
