/** Whether a message is nothing but thanks: it closes a conversation and asks for no word from us. */

// Whole messages, after names, marks and emoji are taken off. Seven languages; a missing one only means that a
// teammate sees the thanks and presses one key.
const thanks = new Set(
  `thanks|thank you|thank u|thx|ty|tysm|many thanks|thanks a lot|thanks so much|thank you so much|thanks again|cheers|ok thanks|ok thank you
  great thanks|perfect thanks|awesome thanks|got it thanks|much appreciated|appreciate it|will do thanks|danke|vielen dank|danke schön|dankeschön
  merci|merci beaucoup|gracias|muchas gracias|mil gracias|obrigado|obrigada|muito obrigado|muito obrigada|grazie|grazie mille|dank je|dank u|bedankt`
    .split(/[|\n]/)
    .map((phrase) => phrase.trim()),
)

/** `text` may name us (`@bakery thanks!!`) and carry emoji; `ok thanks, but where is it?` is more than thanks. */
export function isBareThanks(text: string): boolean {
  if (text.length > 120) return false
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/@[\p{L}\p{N}._-]+/gu, ' ')
    .replace(/[^\p{L}\p{N}?]+/gu, ' ')
    .trim()
  return thanks.has(words)
}
