/** Wörter für das, was zu merken angeboten wird, was wir versprochen haben, und was gezeigt und vergessen wird. */
import type { memoryEn } from '../en/memory.ts'

export const memoryDe: Record<keyof typeof memoryEn, string> = {
  'offer.celebration': 'Das Fest merken?',
  'offer.loss': 'Den Verlust merken?',
  'offer.hiccup': 'Das Missgeschick merken?',
  'offer.promise': 'Das Versprechen für {day} merken?',
  'offer.refuse': 'Nein, danke',
  'offer.refuse.name': 'Nein, danke: {text}',
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
  'forget.title': 'Zeigen und vergessen',
  'forget.hint': 'Wer fragt, bekommt alles zu sehen, was über ihn da ist, oder wird vergessen.',
  'forget.page': 'Alles, zum Lesen',
  'forget.data': 'Alles, als Daten',
  'forget.ask': '{name} vergessen …',
  'forget.question': '{name} vergessen?',
  'forget.goes': 'Das verschwindet für immer, aus jeder Liste, Suche, Warteschlange und Zählung:',
  'forget.goes.messages':
    '{n, plural, =0 {keine Nachricht} one {eine Nachricht von ihnen} other {# Nachrichten von ihnen}}',
  'forget.goes.replies':
    '{n, plural, =0 {keine Antwort} one {eine Antwort von uns an sie} other {# Antworten von uns an sie}}',
  'forget.goes.notes': '{n, plural, =0 {keine Notiz} one {eine Notiz} other {# Notizen}}',
  'forget.goes.moments': '{n, plural, =0 {nichts Gemerktes} one {eine gemerkte Sache} other {# gemerkte Sachen}}',
  'forget.goes.ties': '{n, plural, =0 {keine Beziehung} one {eine Beziehung} other {# Beziehungen}}',
  'forget.stays':
    'Was andere sagten, bleibt deren Wort, auch wo es sie nennt. Was ausgeführt oder gedruckt wurde, wird nicht erreicht. Wir behalten einen verschlüsselten Abdruck ihrer Namen, damit kein Archiv und keine Sicherung sie zurückbringt; schreiben sie wieder, sind sie Fremde.',
  'forget.sure': 'Für immer vergessen',
  'did.forgotten': 'Vergessen',
  'retention.title': 'Wie lange wir uns erinnern',
  'retention.lead':
    'Was älter ist, verschwindet von selbst, binnen einer Stunde, und kein erneutes Einlesen bringt es zurück. Ein offenes Versprechen verschwindet nie. Ohne Regel bleibt alles, bis es jemand löscht.',
  'retention.noted': 'Gespräche, die zur Kenntnis genommen und von niemandem beantwortet wurden',
  'retention.kept': 'bis gelöscht',
  'retention.days':
    '{n, plural, =30 {einen Monat} =90 {drei Monate} =180 {ein halbes Jahr} =365 {ein Jahr} =730 {zwei Jahre} =1825 {fünf Jahre} one {# Tag} other {# Tage}}',
}
