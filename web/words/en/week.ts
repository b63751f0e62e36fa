/** Words in English of the week. */
export const weekEn = {
  'week.lead': 'What changed from Monday to Sunday, and what to do next.',
  'week.error': 'The week could not be loaded.',
  'week.before': 'The week before',
  'week.last': 'The last week',
  'week.print': 'Print it',
  'week.pdf': 'As a file (PDF)',
  'week.changed': 'What changed',
  'week.next': 'What to do next',
  'week.mail': 'Have it by mail each Monday',
  'week.mail.lead': 'What changed and what to do next, as a mail with a PDF.',
  'week.mail.see': 'See the last one.',
  'week.mail.on': 'Mail it to me each Monday, in the language of this desk',
  'week.mail.kept':
    '{on, select, yes {The week will come by mail each Monday.} other {The week comes by mail no more.}}',
  'week.mail.none': 'This desk has no mail server yet. Whoever runs it names one in EARSHOT_MAIL.',
  'week.mail.failed': 'The letter of the week of {monday} did not arrive: {why}',
} as const
