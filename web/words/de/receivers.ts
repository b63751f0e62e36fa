/** Words about programs of others that we tell something, in German. */
import type { receiversEn } from '../en/receivers.ts'

export const receiversDe: Record<keyof typeof receiversEn, string> = {
  'receivers.title': 'Programme, denen wir etwas sagen',
  'receivers.lead':
    'Eine Seitenverwaltung oder ein Aufgabenbrett bekommt die Aufträge, die ihr hinschickt, unterschrieben nach Standard Webhooks.',
  'receivers.none': 'Keine.',
  'receivers.name': 'Was es ist',
  'receivers.url': 'Seine Adresse',
  'receivers.add': 'Hinzufügen',
  'receivers.secret':
    'Damit sind unsere Nachrichten unterschrieben. Kopiere es jetzt: Es wird nur dieses eine Mal gezeigt.',
  'receivers.remove': '{name} wegnehmen',
  'receivers.remove.sure': '{name} nichts mehr sagen? Was noch nicht dort ist, wird nicht geschickt.',
  'pushes.title': 'Hinschicken an',
  'pushes.none': 'Niemand, dem es geschickt werden könnte. Füge in den Einstellungen ein Programm hinzu.',
  'pushes.do': 'An {name} schicken',
  'pushes.queued': 'unterwegs zu {name} seit {time}',
  'pushes.trying': 'noch nicht bei {name} ({why}) Nächster Versuch {time}.',
  'pushes.sent': '{name} hat es, geschickt von {by} {time}',
  'pushes.refused': 'nicht bei {name}: {why}',
  'pushes.again': 'Noch einmal schicken',
}
