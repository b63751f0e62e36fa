/** A push to buy. Whoever asked for the offer in these words is answered, not pushed. */
import type { Check } from './warning.ts'
import { phraseIn, wordsOf } from './words.ts'

export const hardSell: Check = ({ text, asked }) => {
  const found = phraseIn(text, phrases) ?? discountIn(text)
  if (found === null) return []
  return asked !== null && askedFor(found, asked.text) ? [] : [{ found, about: found }]
}

/** "20 % off", "50% Rabatt". */
const discountIn = (text: string): string | null => {
  const found = text.match(/\d{1,2}\s?(?:%|percent|prozent)\s?(off|discount|rabatt|nachlass|günstiger)/i)?.[1]
  return found?.toLowerCase() ?? null
}

const askedFor = (found: string, text: string): boolean => {
  const theirs = new Set(wordsOf(text))
  return (
    wordsOf(found).some((word) => word.length > 3 && theirs.has(word)) || priceWords.some((word) => theirs.has(word))
  )
}

const priceWords = [
  'discount',
  'offer',
  'deal',
  'sale',
  'coupon',
  'promo',
  'voucher',
  'rabatt',
  'angebot',
  'gutschein',
  'aktion',
]

const phrases = [
  'buy now',
  'buy today',
  'order now',
  'order today',
  'shop now',
  'act now',
  'act fast',
  'sign up now',
  'sign up today',
  'upgrade now',
  'upgrade today',
  'dont miss',
  'do not miss',
  'dont wait',
  'limited time',
  'limited offer',
  'while stocks last',
  'while supplies last',
  'special offer',
  'exclusive offer',
  'best deal',
  'best price',
  'lowest price',
  'once in a lifetime',
  'last chance',
  'hurry',
  'today only',
  'free trial',
  'money back guarantee',
  'risk free',
  'use code',
  'promo code',
  'have you considered upgrading',
  'jetzt kaufen',
  'jetzt bestellen',
  'jetzt zugreifen',
  'jetzt zuschlagen',
  'jetzt sichern',
  'jetzt anmelden',
  'jetzt buchen',
  'gleich bestellen',
  'nur heute',
  'nur für kurze zeit',
  'nur noch wenige',
  'solange der vorrat reicht',
  'sichern sie sich',
  'sichere dir',
  'greif zu',
  'greifen sie zu',
  'nicht verpassen',
  'verpass nicht',
  'verpassen sie nicht',
  'sonderangebot',
  'exklusives angebot',
  'bester preis',
  'bestpreis',
  'tiefpreis',
  'letzte chance',
  'schnell sein lohnt sich',
  'rabattcode',
  'gutscheincode',
]
