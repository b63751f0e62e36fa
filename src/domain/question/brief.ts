/** What to write once: a question as a brief in Markdown, in people's own words, for whoever writes the answer. */

export type Brief = {
  name: string
  asked: number
  people: number
  rooms: readonly { name: string; asked: number }[]
  answered: number
  /** How people ask it, word for word. */
  wordings: readonly string[]
  best: { text: string; by: string | null } | null
  next: readonly { name: string; people: number }[]
  writers: readonly string[]
  objective: { result: string } | null
  on: string
}

/** Strangers' words stand in quotes, in which nothing is markup. */
export function brief(it: Brief): string {
  return [
    `# ${plain(it.name)}`,
    `Asked ${times(it.asked)} by ${many(it.people, 'person', 'people')}, in ${it.rooms.map(({ name, asked }) => `${plain(name)} (${asked})`).join(', ') || 'no room'}. Answered: ${it.answered} of ${it.asked}. As of ${it.on}.`,
    '## In their own words',
    it.wordings.map(quoted).join('\n\n') || 'Nobody asks it any more.',
    '## The best answer so far',
    it.best === null
      ? 'None yet.'
      : `${it.best.by === null ? '' : `By ${plain(it.best.by)}:\n\n`}${quoted(it.best.text)}`,
    '## What they asked next',
    it.next.map(({ name, people }) => `- ${plain(name)} (${many(people, 'person', 'people')})`).join('\n') ||
      'Nothing else, so far.',
    '## Who should write it',
    it.writers.length === 0
      ? 'Nobody has answered it yet.'
      : `${it.writers.map(plain).join(', ')}: answered it most often.`,
    '## Which objective it serves',
    it.objective === null ? 'None so far.' : plain(it.objective.result),
    '',
  ].join('\n\n')
}

/** In a line of its own, whatever it holds: signs that Markdown or HTML would read are written out. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&!]/g, (sign) => `\\${sign}`)

const quoted = (text: string): string =>
  text
    .trim()
    .split(/\r?\n/)
    .map((line) => `> ${plain(line)}`)
    .join('\n')

const times = (n: number): string => (n === 1 ? 'once' : `${n} times`)
const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`
