/** Words in German of the week. */
import type { weekEn } from '../en/week.ts'

export const weekDe: Record<keyof typeof weekEn, string> = {
  'week.lead': 'Was sich von Montag bis Sonntag geändert hat, und was als Nächstes zu tun ist.',
  'week.error': 'Die Woche konnte nicht geladen werden.',
  'week.before': 'Die Woche davor',
  'week.last': 'Die letzte Woche',
  'week.print': 'Drucken',
  'week.pdf': 'Als Datei (PDF)',
  'week.changed': 'Was sich geändert hat',
  'week.next': 'Was als Nächstes zu tun ist',
  'week.mail': 'Jeden Montag per Mail bekommen',
  'week.mail.lead': 'Was sich geändert hat und was als Nächstes zu tun ist, als Mail mit einem PDF.',
  'week.mail.see': 'Die letzte ansehen.',
  'week.mail.on': 'Jeden Montag per Mail an mich, in der Sprache dieses Desks',
  'week.mail.kept':
    '{on, select, yes {Die Woche kommt jeden Montag per Mail.} other {Die Woche kommt nicht mehr per Mail.}}',
  'week.mail.none': 'Dieses Desk hat noch keinen Mailserver. Wer es betreibt, nennt ihn in EARSHOT_MAIL.',
  'week.mail.failed': 'Der Brief der Woche vom {monday} kam nicht an: {why}',
}
