/** Words about objectives, and the first run, in English. */
export const objectivesEn = {
  'objectives.title': 'Objectives',
  'objectives.lead': 'What we want the desk to bring about, and where we are.',
  'objectives.tabs': 'Sides of what we want',
  'objectives.tab.objectives': 'Objectives',
  'objectives.none': 'No objective yet.',
  'objectives.none.more':
    'One sentence says what the desk is for. What it counts, whom it hears and what it writes follow from it.',
} as const
