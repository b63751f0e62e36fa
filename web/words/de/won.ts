/** Words in German of people won and lost. */
import type { wonEn } from '../en/won.ts'

export const wonDe: Record<keyof typeof wonEn, string> = {
  'won.title': 'Gewonnene und Verlorene',
  'won.lead': 'Wer in zwölf Monaten die Geduld mit uns verlor, wer davon zurückkam und wer verloren ging.',
  'won.error': 'Die Gewonnenen und Verlorenen konnten nicht geladen werden.',
  'won.none': 'In zwölf Monaten fiel niemand auf, der die Geduld verlor.',
  'won.none.more': 'Wer umworben werden will, steht im Kreis.',
  'won.plot':
    'Über der Linie, wer zurückgewonnen wurde, darunter, wer verloren ging, nach dem Monat, in dem es auffiel.',
  'won.table': 'Zurückgewonnen und verloren, nach Monat und Anlass',
  'won.month': 'Bemerkt im',
  'won.cause': 'Warum',
  'won.won-back': 'zurückgewonnen',
  'won.lost': 'verloren',
  'won.on-the-way': 'auf dem Weg',
  'won.spotted': 'Bemerkt',
  'won.all': 'Alle',
  'won.open': '{of}, {number}: {n}',
  'won.days':
    'Die Hälfte der Zurückgewonnenen war es binnen {median} Tagen, nachdem es auffiel, neun von zehn binnen {ninety}.',
  'won.again':
    '{again, plural, =0 {Niemand} other {#}} von {people, plural, one {einem Menschen, der} other {# Menschen, die}} zurückgewonnen {people, plural, one {wurde} other {wurden}}, {again, plural, =0 {sprach} one {sprach} other {sprachen}} seither wieder mit uns.',
  'won.outcomes':
    '{n, plural, one {Ein Ergebnis} other {# Ergebnisse}} kamen danach aus Gesprächen mit ihnen: {value}.',
  'won.method':
    'Gezählt wird im Monat, in dem es dem Desk auffiel (UTC), einmal je Weg von der Beschwerde zum Freund. Zurückgewonnen oder verloren ist, wen ein Kollege so nennt; der Anteil gilt für die einen und die anderen. Was kein Werben brauchte, zählt nicht, ebenso wenig Kollegen, Automaten und Feeds. Was aus Zurückgewonnenen wurde, ist von den letzten fünfhundert erzählt.',
  'won.people.error': 'Die Menschen konnten nicht geladen werden.',
  'won.people.none': 'Niemand.',
}
