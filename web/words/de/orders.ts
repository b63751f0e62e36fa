/** German words about orders that the keys, the brief and the tabs say. */
import type { ordersEn } from '../en/orders.ts'

export const ordersDe: Record<keyof typeof ordersEn, string> = {
  'do.step.write': 'Für den Schritt nach dem Kauf schreiben',
  'do.step.done': 'Der Schritt nach dem Kauf ist getan',
  'do.step.later': 'Der Schritt nach dem Kauf: in einer Woche',
  'do.step.left': 'Bei dieser Bestellung kein solcher Schritt',
  'circle.tab.orders': 'Bestellungen',
  'order.status.placed': 'bestellt',
  'order.status.delivered': 'geliefert',
  'order.status.returned': 'zurückgegeben',
  'order.status.cancelled': 'storniert',
  'brief.order': '{what}, {number}, {status}',
  'ladder.held': 'Vorher geht keine Antwort hinaus; zum Antworten die Stufe aufheben (!).',
}
