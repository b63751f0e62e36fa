/** Words about the first run, in German. */
import type { beginEn } from '../en/begin.ts'

export const beginDe: Record<keyof typeof beginEn, string> = {
  'begin.page.title': 'Die ersten fünf Schritte',
  'begin.page.lead': 'In weniger als zehn Minuten. Jeder Schritt lässt sich verlassen und später wieder aufnehmen.',
  'begin.page.error': 'Wie weit das Pult gekommen ist, ließ sich nicht lesen.',
  'begin.done': 'getan',
  'begin.ready': 'Das Pult gehört dir, und es hört zu.',
  'begin.step.objective': 'Was willst du? Ein Ziel',
  'begin.step.objective.more':
    'Ein Ergebnis für das Geschäft, in einem Satz. Nicht Follower: Was soll für euch oder eure Kunden besser sein?',
  'begin.step.team': 'Wer antwortet?',
  'begin.step.team.more':
    '{n, plural, one {Du allein kannst} other {# von euch können}} {capacity} Beziehungen halten: Ein Mensch hält etwa {most}. {invited, plural, =0 {} one {Noch jemand ist eingeladen.} other {Noch # sind eingeladen.}}',
  'begin.team.enough': 'Das genügt fürs Erste',
  'begin.step.rooms': 'Wo hören wir zu?',
  'begin.step.rooms.more':
    '{n, plural, =0 {Höchstens drei Räume für den Anfang: wenige, gut gepflegt. Keiner von diesen braucht eine Genehmigung.} one {Ein Raum hört zu.} other {# Räume hören zu.}}',
  'begin.rooms.heard': '{n, plural, =0 {hört zu …} one {# Nachricht gehört} other {# Nachrichten gehört}}',
  'begin.rooms.enough': 'Drei Räume genügen für den Anfang. Mehr kommen später hinzu:',
  'begin.step.names': 'Wie nennt man euch?',
  'begin.step.names.more':
    '{n, plural, =0 {Wer über euch spricht, ohne es euch zu sagen, wird an euren Namen erkannt.} one {Ein Lauscher steht.} other {# Lauscher stehen.}}',
  'begin.names.label': 'Die Namen, unter denen man euch kennt, mit Kommas dazwischen',
  'begin.names.hint': 'So, wie man sie schreibt, auch Spitznamen und die übliche falsche Schreibung.',
  'begin.names.query': 'Gelauscht wird auf: {query}',
  'begin.names.none':
    'In nichts, was bisher gehört wurde, kommt dieser Name vor. Was als Nächstes kommt, steht von selbst hier.',
  'begin.names.listener': 'Unsere Namen',
  'begin.names.listen': 'Auf diese Namen lauschen',
  'begin.step.answer': 'Einem Menschen antworten',
  'begin.step.answer.more': 'Wer am längsten auf ein Wort von euch wartet.',
  'begin.step.answer.done': 'Das erste Wort ist gesagt.',
  'begin.answer.nobody': 'Noch wartet niemand auf ein Wort. Sobald es jemand tut, steht er hier.',
  'begin.answer.go': 'Antworten',
}
