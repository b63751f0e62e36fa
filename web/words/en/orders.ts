/** English words about orders that the keys, the brief and the tabs say. */
export const ordersEn = {
  'do.step.write': 'Write for the step after a sale',
  'do.step.done': 'The step after a sale is done',
  'do.step.later': 'The step after a sale: in a week',
  'do.step.left': 'No such step for this order',
  'circle.tab.orders': 'Orders',
  'order.status.placed': 'ordered',
  'order.status.delivered': 'delivered',
  'order.status.returned': 'returned',
  'order.status.cancelled': 'cancelled',
  'brief.order': '{what}, {number}, {status}',
  'ladder.held': 'No answer goes out before; lift the rung to answer (!).',
} as const
