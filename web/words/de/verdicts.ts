/** Words in German of asking how we did. */
import type { verdictsEn } from '../en/verdicts.ts'

export const verdictsDe: Record<keyof typeof verdictsEn, string> = {
  'how.title': 'Wie wir waren',
  'how.lead':
    'Aus: Niemand wird gefragt. Ein: Wer eine Antwort schreibt, kann damit fragen; ein Link kommt in die Worte, über den der andere sagt, ob er zufrieden ist. Niemand wird von selbst gefragt, nach Spam oder Beschimpfung, oder zweimal in 30 Tagen.',
  'how.on': 'Antworten können fragen, wie wir waren',
  'how.kept':
    '{on, select, yes {Antworten können fragen, wie wir waren.} other {Niemand wird gefragt, wie wir waren.}}',
  'how.ask': 'Fragen, wie wir waren',
  'how.say': 'Wie waren wir? {link}',
  'how.public': 'Fragen, wie wir waren. Wer die Antwort liest, kann dem Link folgen.',
}
