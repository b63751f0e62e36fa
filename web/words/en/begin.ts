/** Words about the first run, in English. */
export const beginEn = {
  'begin.page.title': 'The first five steps',
  'begin.page.lead': 'Under ten minutes. Leave any step and come back to it when you like.',
  'begin.page.error': 'How far the desk has come could not be read.',
  'begin.done': 'done',
  'begin.ready': 'The desk is yours, and it listens.',
  'begin.step.objective': 'What do you want? One objective',
  'begin.step.objective.more':
    'One business result, in a sentence. Not followers: what shall be better for you or for your customers?',
  'begin.step.team': 'Who answers?',
  'begin.step.team.more':
    '{n, plural, one {One of you, who} other {# of you, who}} can hold {capacity} relationships: one human can hold about {most}. {invited, plural, =0 {} one {One more is invited.} other {# more are invited.}}',
  'begin.team.enough': 'These are enough for now',
  'begin.step.rooms': 'Where do we listen?',
  'begin.step.rooms.more':
    '{n, plural, =0 {At most three rooms to begin with: few, worked well. None of these needs an approval.} one {One room listens.} other {# rooms listen.}}',
  'begin.rooms.heard': '{n, plural, =0 {listening…} one {# message heard} other {# messages heard}}',
  'begin.rooms.enough': 'Three rooms are enough to begin with. More can be added later:',
  'begin.step.names': 'How do people call you?',
  'begin.step.names.more':
    '{n, plural, =0 {Who speaks of you without telling you is heard by your names.} one {One listener stands.} other {# listeners stand.}}',
  'begin.names.label': 'The names you go by, with commas between them',
  'begin.names.hint': 'As people write them, also the nicknames and the usual misspelling.',
  'begin.names.query': 'It listens for: {query}',
  'begin.names.none': 'Nothing that was heard so far has this name in it. What comes next stands here by itself.',
  'begin.names.listener': 'Our names',
  'begin.names.listen': 'Listen for these names',
  'begin.step.answer': 'Answer one person',
  'begin.step.answer.more': 'Whoever has waited longest for a word from you.',
  'begin.step.answer.done': 'The first word was said.',
  'begin.answer.nobody': 'Nobody waits for a word yet. As soon as somebody does, they stand here.',
  'begin.answer.go': 'Answer',
} as const
