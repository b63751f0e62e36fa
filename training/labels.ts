/** What some wordings say for sure: labels for rows that nobody labelled, so that the words around them are learned too. */
import type { Row } from './rows.ts'

const sayings = {
  thanks:
    /\b(?:thank(?:s| you| u|ful)|thx|tysm|cheers mate|much appreciated|gracias|merci|danke|obrigad[oa]|grazie)\b/i,
  suggestion:
    /\b(?:you (?:guys )?(?:should|could) (?:add|make|have|offer|let|consider|bring|include|allow)|would be (?:nice|great|cool|good|awesome|helpful) (?:if|to)|please (?:add|bring back|consider|make)|feature request|i (?:suggest|wish (?:you|there|the))|how about (?:adding|making|you)|why not (?:add|make|just))\b/i,
  celebration:
    /\b(?:happy (?:birthday|anniversary|new year)|birthday|congrat\w*|anniversary|graduat\w+|got (?:engaged|married|promoted)|new job|passed my|we won|i won|wedding|newborn|baby (?:girl|boy)|just turned)\b/i,
  loss: /\b(?:passed away|rip\b|rest in peace|condolences|funeral|cancer|terminal|died|lost (?:my|her|his|our) (?:mom|mum|mother|dad|father|wife|husband|son|daughter|brother|sister|grand\w+|friend|dog|cat|baby)|in hospital|hospice|miscarriage|widow\w*|bereave\w*|mourning)\b/i,
  purchase:
    /\b(?:where (?:can|do|could) (?:i|we|you) (?:buy|get|order|purchase)|(?:want|like|looking|need|going|about) to (?:buy|order|purchase|book|preorder|subscribe)|how much (?:is|are|does|do|for)|do you (?:sell|ship|deliver)|is (?:it|this|that) (?:still )?(?:available|in stock|for sale)|(?:thinking of|considering|interested in) (?:buying|getting|ordering|purchasing)|take my money|any (?:discount|coupon|promo)\w*)\b/i,
  complaint:
    /\b(?:(?:still|been) waiting|(?:does|do|did|is|are)(?:n['’]?t| not) (?:work\w*|respon\w*)|not work\w*|stopped working|worst (?:service|customer|company|experience|airline)|customer service|unacceptable|never (?:again|received|arrived)|refund|ridiculous|rip[- ]?off|scammed|no (?:one|body) (?:answers|replies|responds)|(?:is|are) (?:down|broken)|overcharged|cancel(?:l?ed)? my|keeps? (?:crash|fail|freez)\w*)\b/i,
  urgent:
    /\b(?:stranded|locked out|stuck (?:at|in|on)|emergency|urgent\w*|asap|right now|immediately|help me|bleeding|hurt|injured|stolen|hacked|no (?:money|cash)|can['’]?t (?:get (?:in|home|out)|pay|access))\b/i,
  request:
    /(?:^|[,.!] )(?:please|pls|plz|kindly)\b|\b(?:please|pls|plz)\s*[.!?]*$|\b(?:can|could|will|would) (?:you|u|someone|somebody|anyone) (?:please |pls )?(?:help|send|call|fix|check|look|give|make|get|tell|explain|let|share|post|stop|dm|follow|email|reply|respond|contact)\b|\bi (?:need|want) (?:you|someone|help)\b|\bhelp me\b|\blet me know\b/i,
  hiccup:
    /\b(?:typo|oops|glitch|wrong (?:size|colou?r|item|one)|mix[- ]?up|small (?:issue|problem)|minor|slight\w*|late again|missing (?:a|one|the)|forgot (?:to|my|the)|broke(?:n)? (?:link|image)|a bit (?:late|cold|slow)|spelled wrong)\b/i,
} as const

/** How a question opens in English. */
export const opensQuestion =
  /^(?:(?:hi|hey|hello|so|and|but|ok|okay|please|yo|well|lol)[, ]+)*(?:what|whats|what's|wat|where|wheres|where's|when|whens|when's|why|who|whos|who's|whose|which|how|hows|how's|is|are|am|was|were|do|does|did|can|could|will|would|should|have|has|any|anyone|anybody)\b/i

/**
 * Labels by wording alone. The mark says what is a question: in training it is then hidden from half of the rows. What has no
 * mark but opens as a question does is left open: many leave the mark out.
 * `complaint`, `hiccup` and `urgent` hold where worded so; where not, they are taken not to hold.
 */
export function said(text: string): Row['heads'] {
  const labels: Row['heads'] = asks(text) ? { question: 1 } : opensQuestion.test(text) ? {} : { question: 0 }
  for (const [head, saying] of Object.entries(sayings)) labels[head as keyof typeof sayings] = saying.test(text) ? 1 : 0
  if (Object.entries(labels).some(([head, holds]) => holds === 1 && head !== 'hiccup')) labels.chatter = 0
  return labels
}

/** A mark that is not part of a link. */
const asks = (text: string) => /[?？؟]/.test(text.replace(/https?:\S+/g, ''))
