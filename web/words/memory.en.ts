/** English words for what is offered to be remembered, what we promised, and what is shown and forgotten of a person. */
export const memoryEn = {
  'offer.celebration': 'Remember the celebration?',
  'offer.loss': 'Remember the loss?',
  'offer.hiccup': 'Remember the hiccup?',
  'offer.promise': 'Remember the promise for {day}?',
  'offer.refuse': 'No, thanks',
  'offer.refuse.name': 'No, nothing to remember: {text}',
  'did.refused': 'Not offered again',
  'moment.source.reply': 'Its source is your reply.',
  'do.promise.kept': 'The promise was kept',
  'do.promise.broken': 'The promise was broken',
  'did.promise.kept': 'Promise kept',
  'did.promise.broken': 'Promise broken',
  'moment.kept.name': 'Kept: {text}',
  'moment.broken.name': 'Broken: {text}',
  'promised.title': 'You promised',
  'promised.due': 'due {day}',
} as const
