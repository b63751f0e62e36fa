/** What a message asks: its questions alone, without greetings, names and links around them. */

/**
 * `Hi @acme! I have waited for weeks. Where is my refund? https://a.example/1` asks `Where is my refund?`. A message without
 * a question mark, or with nothing but `Hello?`, asks all that it says. A headline that asks is asked too.
 */
export function askedIn({ title, text }: { title: string | null; text: string }): string {
  const all = plain(text)
  const asked = sentences(title && /[?？؟]/.test(title) ? `${plain(title)}\n${all}` : all)
    .filter((sentence) => asks.test(sentence) && words(sentence) >= 3)
    .join(' ')
  return (asked || all || plain(title ?? '')).slice(0, MOST)
}

const MOST = 1_000
const asks = /[?？؟՞፧]\s*$/
const plain = (text: string): string =>
  text
    .slice(0, 20_000)
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/(^|[^\p{L}\p{N}])@[\p{L}\p{N}._-]+/gu, '$1')
    .replace(/[^\S\n]+/g, ' ')
    .trim()

const sentences = (text: string): string[] =>
  text.split(/(?<=[.!?؟…])\s+|(?<=[？！。])|\n+/u).map((sentence) => sentence.trim())

/** Scripts that put no spaces between words count by their letters. */
const words = (sentence: string): number =>
  (sentence.match(/[\p{L}\p{N}]+/gu) ?? []).reduce(
    (sum, word) => sum + (/[\p{scx=Hiragana}\p{scx=Han}\p{scx=Thai}]/u.test(word) ? Math.ceil(word.length / 2) : 1),
    0,
  )
