/** The words of an HTML fragment as people would read them. */
import { walkHtml } from './html-walk.ts'

/**
 * `<p>Hi <b>Bo</b>,<br>see <a href="https://a.example">this</a></p>` reads: Hi Bo, / see this. Paragraphs are parted by
 * an empty line; scripts, styles and hidden parts are dropped. Never throws; time grows with the length alone.
 */
export function plainText(html: string): string {
  return readHtml(html).text
}

export type HtmlRead = {
  text: string
  /** What its links and pictures point to, as written there: resolve and check before use. */
  links: string[]
  images: { src: string; alt: string }[]
}

/** As `plainText`, with the links and the pictures besides. */
export function readHtml(html: string): HtmlRead {
  const page = new Page()
  const links = new Set<string>()
  const images = new Map<string, string>()
  let hidden = { by: '', depth: 0 }
  let preformatted = 0

  walkHtml(html, {
    opened(name, attributes) {
      if (hidden.depth > 0) {
        if (name === hidden.by) hidden.depth++
        return
      }
      if (unread.has(name) || (attributes.has('hidden') && !empty.has(name))) hidden = { by: name, depth: 1 }
      else if (name === 'br') page.gap(1)
      else if (name === 'td' || name === 'th') page.write(' ')
      else page.gap(gaps[name] ?? 0)
      if (name === 'pre') preformatted++
      if (name === 'li') page.bullet()
      if (name === 'a') links.add(attributes.get('href')?.trim() ?? '')
      if (name !== 'img') return
      const alt = attributes.get('alt')?.trim() ?? ''
      // Blogs draw each emoji as a small picture: there the alternative text is the word itself.
      if (alt.length <= 16 && emoji.test(alt)) page.write(alt)
      else images.set(attributes.get('src')?.trim() ?? '', alt)
    },
    closed(name) {
      if (hidden.depth > 0) {
        if (name === hidden.by) hidden.depth--
        return
      }
      if (name === 'pre' && preformatted > 0) preformatted--
      page.gap(gaps[name] ?? 0)
    },
    words(text) {
      if (hidden.depth > 0) return
      if (preformatted > 0) page.writeLines(text)
      else page.write(text)
    },
  })

  links.delete('')
  images.delete('')
  return { text: page.text(), links: [...links], images: [...images].map(([src, alt]) => ({ src, alt })) }
}

/** A text under way: gaps asked for side by side become the largest of them, spaces side by side become one. */
class Page {
  #text = ''
  #gap = 0
  #space = false

  gap(lines: number) {
    if (lines > this.#gap) this.#gap = lines
  }

  bullet() {
    this.#append('-')
    this.#space = true
  }

  write(text: string) {
    const words = text.replace(/[\s\p{Cc}]+/gu, ' ')
    if (words === '') return
    if (words.startsWith(' ')) this.#space = true
    if (words === ' ') return
    this.#append(words.trim())
    this.#space = words.endsWith(' ')
  }

  writeLines(text: string) {
    for (const [at, line] of text.split('\n').entries()) {
      if (at > 0) this.#gap = Math.min(2, this.#gap + 1)
      const words = line.trimEnd()
      if (words === '') continue
      this.#append(words.replaceAll('\0', '\ufffd'))
      this.#space = words !== line
    }
  }

  #append(words: string) {
    if (this.#text !== '') this.#text += between[this.#gap] || (this.#space ? ' ' : '')
    this.#text += words
    this.#gap = 0
  }

  text() {
    return this.#text.trim()
  }
}

/** What stands for a gap of so many lines. */
const between = ['', '\n', '\n\n']
const emoji = /^[\p{Extended_Pictographic}\p{Emoji_Component}]+$/u
const empty = new Set([
  'img',
  'br',
  'hr',
  'input',
  'link',
  'meta',
  'source',
  'wbr',
  'area',
  'base',
  'col',
  'embed',
  'track',
])
const unread = new Set(
  'script style template noscript iframe object svg math head title select audio video canvas'.split(' '),
)
const gaps: Record<string, number> = {
  ...Object.fromEntries(
    'p h1 h2 h3 h4 h5 h6 blockquote pre ul ol dl table figure hr'.split(' ').map((name) => [name, 2]),
  ),
  ...Object.fromEntries(
    'div li tr dt dd section article header footer main nav aside address figcaption form fieldset summary details'
      .split(' ')
      .map((name) => [name, 1]),
  ),
}
