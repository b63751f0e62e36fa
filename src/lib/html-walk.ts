/** Walks through HTML in one pass: tags and words in their order, whether or not they fit together. */
import { QuoteType, Tokenizer } from 'htmlparser2'

export type Walker = {
  /** Names are lower case, values as people would read them (entities decoded). */
  opened(name: string, attributes: ReadonlyMap<string, string>): void
  closed(name: string): void
  words(text: string): void
}

/**
 * Tells `walker` what it meets. Time grows with the length alone: the tokenizer is used without htmlparser2's parser,
 * which keeps a stack of open tags and searches it at each closing one, so that 1 MB of `<b>` and `</a>` takes minutes.
 */
export function walkHtml(html: string, walker: Walker): void {
  let name = ''
  let attributes = none
  let attribute = ''
  let value = ''
  let words = ''
  // The tokenizer breaks text at each `<` and `&`; whoever walks gets it in one piece between two tags.
  const flush = () => {
    if (words !== '') walker.words(words)
    words = ''
  }
  const open = () => {
    flush()
    walker.opened(name, attributes)
  }
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        name = html.slice(start, end).toLowerCase()
        attributes = none
      },
      onattribname(start, end) {
        attribute = html.slice(start, end).toLowerCase()
        value = ''
      },
      onattribdata(start, end) {
        value += html.slice(start, end)
      },
      onattribentity(codepoint) {
        value += String.fromCodePoint(codepoint)
      },
      onattribend(quote) {
        // As browsers do: of two attributes with one name the first counts.
        if (attributes === none) attributes = new Map()
        if (!attributes.has(attribute)) attributes.set(attribute, quote === QuoteType.NoValue ? '' : value)
      },
      onopentagend: open,
      onselfclosingtag: open,
      onclosetag(start, end) {
        flush()
        walker.closed(html.slice(start, end).toLowerCase())
      },
      ontext(start, end) {
        words += html.slice(start, end)
      },
      ontextentity(codepoint) {
        words += String.fromCodePoint(codepoint)
      },
      oncdata(start, end, offset) {
        words += html.slice(start, end - offset)
      },
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend: flush,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
}

/** Most tags have no attributes: they share this. */
const none = new Map<string, string>()
