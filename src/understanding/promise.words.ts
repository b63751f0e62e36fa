/** The words of a promise in four languages, and the days that they name. */

/** `2026-06-05`. */
export type Day = string

export type Language = {
  /** What we say that we will do for them. */
  readonly promises: RegExp
  /** Near the promising words, these take them back. */
  readonly denial: RegExp
  /** A sentence that begins so promises only perhaps. */
  readonly condition: RegExp
  /** From here on a day belongs to what they did, or to what has been. */
  readonly theirs: RegExp
  /** Monday first, as the language writes them. */
  readonly weekdays: readonly string[]
  /** Before or behind a weekday: it is past, or it is not the day itself that is meant. */
  readonly notBefore: RegExp
  readonly notBehind: RegExp
  /** Days from today, by how they are said. */
  readonly fixed: readonly (readonly [words: RegExp, days: number])[]
  /** `in 3 days`: the number first, then whether they are weeks. */
  readonly counted: RegExp
  readonly weeks: RegExp
  readonly nextWeek: RegExp
  readonly thisWeek: RegExp
}

const b = '(?<![\\p{L}\\p{N}])'
const e = '(?![\\p{L}\\p{N}])'
/** The words as whole words, in either case. */
const words = (pattern: string, flags = 'iu') => new RegExp(`${b}(?:${pattern})${e}`, flags)
const begins = (pattern: string) => new RegExp(`^(?:${pattern})${e}`, 'iu')

const enVerb =
  'get back|come back to|be (?:back )?in touch|let you know|reply|respond|answer|call|ring|phone|write|e?-?mail|text|message|send|ship|post|refund|replace|deliver|bring|check|look into|find out|follow up|update|tell you|report back|sort|fix|have (?:it|an? (?:answer|reply|update)|news)'

const en: Language = {
  promises: words(
    `(?:i|we)(?:'ll| will| shall|(?:'m| am|'re| are) going to)(?: (?:definitely|certainly|also|then|personally|gladly|be sure to|make sure to))? (?:${enVerb})(?: (?:back )?(?:to )?you)?|will (?:get back|let you know|be in touch|reply|call you|send you)|you(?:'ll| will) (?:hear from (?:us|me)|have (?:it|an? (?:answer|reply|refund)|your \\p{L}+))|let me (?:check|find out|look into|get back)`,
  ),
  denial: words("not|never|won't|can't|cannot|unable|try|he|she|they|might|may"),
  condition: begins('if|unless|should|when|whenever|once'),
  theirs: words(
    "you(?:'ve|'d| have| had)? (?:\\p{L}+ed|sent|wrote|bought|got|came|were|had|made|said|paid)|happened|went wrong|was|were|since|from",
  ),
  weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  notBefore: /(?:last|past|since|from|of|every|this past)\s+$/iu,
  notBehind: /^(?:s\b|'s)/iu,
  fixed: [
    [words('day after tomorrow'), 2],
    [words("tomorrow(?!'s)"), 1],
    [words('today|tonight|this (?:morning|afternoon|evening)|by (?:noon|the end of the day)'), 0],
  ],
  counted: words(
    '(?:in|within)(?: the next)? (\\d{1,2}|an?|one|two|three|four|five|six|seven|ten|fourteen) (?:working |business )?(day|week)s?',
  ),
  weeks: /week/i,
  nextWeek: words('next week'),
  thisWeek: words('this week|(?:the )?end of (?:the|this) week'),
}

const de: Language = {
  promises: words(
    '(?:ich|wir) (?:melden?|antworten?|schreiben?|rufen?|schicken?|senden?|liefern?|klären?|prüfen?|schauen?|geben?|sagen?|bringen?|erstatten?|kümmern?|informieren?)(?: (?:uns|mich|ihnen|dir|euch|sie|dich))*|(?:melden?|antworten?|schreiben?|rufen?|schicken?|senden?|liefern?|klären?|prüfen?|schauen?|geben?|sagen?|bringen?|erstatten?|kümmern?|informieren?) (?:ich|wir)(?: (?:uns|mich|ihnen|dir|euch|sie|dich))*|(?:ich werde|wir werden|werde ich|werden wir)(?: (?:uns|mich|ihnen|dir|euch|sie|dich))*|(?:sie hören|du hörst|ihr hört|hören sie|hörst du)(?= .*(?:von (?:uns|mir)))',
  ),
  denial: words('nicht|nie|niemals|kein\\p{L}*|leider|versuchen?'),
  condition: begins('wenn|falls|sofern|sollten?|sobald'),
  theirs: words(
    '(?:sie|du|ihr) (?:haben|hast|habt|hatten|hattest)|(?:die|das|den|was|wie) (?:sie|du|ihr|am)|passiert|seit|vom|von',
  ),
  weekdays: ['montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', '(?:samstag|sonnabend)', 'sonntag'],
  notBefore: /(?:letzten|vergangenen|vorigen|seit|vom|von|jeden)\s+$/iu,
  notBehind: /^s/iu,
  fixed: [
    [words('übermorgen'), 2],
    // "Guten Morgen" and "heute Morgen" are no day to come.
    [words('(?<!guten )(?<!heute )(?<!jeden )(?<!am )morgen'), 1],
    [words('heute'), 0],
  ],
  counted: words(
    '(?:in|innerhalb von|binnen)(?: den nächsten)? (\\d{1,2}|eine[mr]?|zwei|drei|vier|fünf|sechs|sieben|zehn|vierzehn) (?:werk|arbeits)?(tage?n?|wochen?)',
  ),
  weeks: /woche/i,
  nextWeek: words('(?:nächste|kommende|in der nächsten|in der kommenden) woche'),
  thisWeek: words('diese woche|(?:bis )?(?:zum )?ende (?:der|dieser) woche'),
}

const fr: Language = {
  promises: words(
    "(?:je|nous|on) (?:vous |te |t')(?:recontacte|rappelle|réponds?|écris|envoie|tiens|donne|dis|informe|rembourse|livre|préviens)\\p{L}*(?: au courant)?|(?:je|nous|on) (?:reviens|revenons|revient|reviendrai|reviendrons|reviendra) vers (?:vous|toi)|vous (?:aurez|recevrez) (?:une réponse|de nos nouvelles|votre \\p{L}+)|(?:je vais|nous allons|on va) (?:vous|te) \\p{L}+|(?:je|nous|on) (?:vérifie|regarde)\\p{L}*",
  ),
  denial: words('ne|pas|jamais|aucun\\p{L}*|essayer?|fermés?'),
  condition: begins('si|sauf|quand|dès que'),
  theirs: words('(?:que|où|ce que) (?:vous|tu)|vous avez|tu as|depuis|arrivé'),
  weekdays: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  notBefore: /(?:depuis|de|du|chaque|tous les)\s+$/iu,
  notBehind: /^(?:s\b|\s+(?:dernier|passé))/iu,
  fixed: [
    [words('après-demain'), 2],
    [words('demain'), 1],
    [words("aujourd'hui|ce (?:matin|soir)|cet après-midi"), 0],
  ],
  counted: words(
    "(?:dans|d'ici|sous)(?: les)? (\\d{1,2}|une?|deux|trois|quatre|cinq|six|sept|dix|quinze) (jour|semaine)s?",
  ),
  weeks: /semaine/i,
  nextWeek: words('(?:la )?semaine prochaine'),
  thisWeek: words('cette semaine|(?:la )?fin de (?:la|cette) semaine'),
}

const es: Language = {
  promises: words(
    '(?:te|le|les|os) (?:respondo|respondemos|responderé|responderemos|contesto|contestamos|contestaré|contestaremos|escribo|escribimos|escribiré|escribiremos|llamo|llamamos|llamaré|llamaremos|aviso|avisamos|avisaré|avisaremos|envío|enviamos|enviaré|enviaremos|mando|mandamos|mandaré|mandaremos|digo|decimos|diré|diremos|confirmo|confirmamos|confirmaré|confirmaremos|devolvemos|devolveremos)|(?:me pongo|nos ponemos|me pondré|nos pondremos) en contacto|(?:voy|vamos) a (?:responder|contestar|escribir|llamar|avisar|enviar|mandar|confirmar)(?:te|le|les|os)|tendrá[ns]? (?:una |su |tu )?(?:respuesta|noticias)',
  ),
  denial: words('no|nunca|jamás|intentar\\p{L}*|cerrados?'),
  condition: begins('si|salvo|cuando'),
  theirs: words('que (?:usted|tú|nos|me|pidi\\p{L}+|compr\\p{L}+)|desde|pasó'),
  weekdays: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
  notBefore: /(?:desde el|del|de|cada|los)\s+$/iu,
  notBehind: /^\s+pasado/iu,
  fixed: [
    [words('pasado mañana'), 2],
    [words('(?<!esta )(?<!la )(?<!buena )mañana'), 1],
    [words('hoy|esta (?:mañana|tarde|noche)'), 0],
  ],
  counted: words(
    '(?:en|dentro de)(?: los próximos)? (\\d{1,2}|una?|dos|tres|cuatro|cinco|seis|siete|diez|quince) (día|semana)s?',
  ),
  weeks: /semana/i,
  nextWeek: words('(?:la )?(?:próxima semana|semana que viene)'),
  thisWeek: words('esta semana|(?:el )?(?:fin|final) de (?:la|esta) semana'),
}

export const languages: readonly Language[] = [en, de, fr, es]

/**
 * The first day that the words name, from `on`. A weekday is the next one to come; "next week" its Friday, because until then
 * the promise is not broken.
 */
export function dayIn(text: string, language: Language, on: Day): Day | null {
  const found = [...fixedIn(text, language), ...weekdaysIn(text, language, on), ...spansIn(text, language, on)]
  const [first] = found.sort((a, b) => a.at - b.at)
  return first === undefined ? null : later(on, first.days)
}

type Named = { at: number; days: number }

const fixedIn = (text: string, { fixed }: Language): Named[] =>
  fixed.flatMap(([said, days]) => {
    const found = said.exec(text)
    return found ? [{ at: found.index, days }] : []
  })

const weekdaysIn = (text: string, { weekdays, notBefore, notBehind }: Language, on: Day): Named[] =>
  weekdays.flatMap((name, weekday) => {
    const found = new RegExp(`${b}${name}`, 'iu').exec(text)
    if (found === null) return []
    const behind = text.slice(found.index + found[0].length)
    if (notBefore.test(text.slice(0, found.index)) || notBehind.test(behind) || /^\p{L}/u.test(behind)) return []
    return [{ at: found.index, days: ((weekday - weekdayOf(on) + 6) % 7) + 1 }]
  })

function spansIn(text: string, { counted, weeks, nextWeek, thisWeek }: Language, on: Day): Named[] {
  const toFriday = 4 - weekdayOf(on)
  const [n, next, end] = [counted.exec(text), nextWeek.exec(text), thisWeek.exec(text)]
  return [
    ...(n ? [{ at: n.index, days: numberOf(n[1] ?? '') * (weeks.test(n[2] ?? '') ? 7 : 1) }] : []),
    ...(next ? [{ at: next.index, days: toFriday + 7 }] : []),
    ...(end ? [{ at: end.index, days: toFriday < 0 ? toFriday + 7 : toFriday }] : []),
  ]
}

const numbers: ReadonlyMap<string, number> = new Map(
  (
    [
      ['two zwei deux dos', 2],
      ['three drei trois tres', 3],
      ['four vier quatre cuatro', 4],
      ['five fünf cinq cinco', 5],
      ['six sechs seis', 6],
      ['seven sieben sept siete', 7],
      ['ten zehn dix diez', 10],
      ['fourteen vierzehn', 14],
      ['quinze quince', 15],
    ] as const
  ).flatMap(([said, n]) => said.split(' ').map((word) => [word, n] as const)),
)

/** What is none of these words says one: a, ein, une, una. */
const numberOf = (said: string): number => (/^\d/.test(said) ? Number(said) : (numbers.get(said.toLowerCase()) ?? 1))

/** 0: Monday. */
const weekdayOf = (day: Day): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7

const later = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
