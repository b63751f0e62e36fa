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
} as const
