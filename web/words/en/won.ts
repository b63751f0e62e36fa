/** Words in English of people won and lost. */
export const wonEn = {
  'won.title': 'People won and lost',
  'won.lead': 'Who lost patience with us in twelve months, who of them came back, and who was lost.',
  'won.error': 'The people won and lost could not be loaded.',
  'won.none': 'Nobody was spotted losing patience in twelve months.',
  'won.none.more': 'Who needs wooing stands in the circle.',
  'won.plot': 'Above the line who was won back, below it who was lost, by the month in which they were spotted.',
  'won.table': 'Won back and lost, by month and cause',
  'won.month': 'Spotted in',
  'won.cause': 'Why',
  'won.won-back': 'won back',
  'won.lost': 'lost',
  'won.on-the-way': 'on the way',
  'won.spotted': 'Spotted',
  'won.all': 'All',
  'won.open': '{of}, {number}: {n}',
  'won.days':
    'Half of those who were won back were so within {median} days of being spotted, nine of ten within {ninety}.',
  'won.again':
    '{again, plural, =0 {None} other {#}} of the {people, plural, one {one person} other {# people}} who were won back spoke to us again since.',
  'won.outcomes': '{n, plural, one {One outcome} other {# outcomes}} came of talking with them afterwards: {value}.',
  'won.method':
    'A person counts in the month in which the desk spotted them (UTC), once for each path from complaint to friend. Won back, or lost, is the word of a teammate; the share is of those who were one or the other. What turned out to need no wooing is left out, and so are colleagues, bots and feeds. What came of who was won back is told of the last five hundred of them.',
  'won.people.error': 'The people could not be loaded.',
  'won.people.none': 'Nobody.',
} as const
