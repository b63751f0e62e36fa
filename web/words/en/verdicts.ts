/** Words in English of asking how we did. */
export const verdictsEn = {
  'how.title': 'How we did',
  'how.lead':
    'Off, the desk asks nobody. On, whoever writes a reply can choose to ask with it: a link is put into the words, by which the other says whether they are content. Nobody is asked by itself, after spam or abuse, or twice in 30 days.',
  'how.on': 'Replies can ask how we did',
  'how.kept': '{on, select, yes {Replies can ask how we did.} other {Nobody is asked how we did.}}',
  'how.ask': 'Ask how we did',
  'how.say': 'How did we do? {link}',
  'how.public': 'Ask how we did. Who reads the reply can follow the link.',
} as const
