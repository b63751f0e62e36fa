/** What somebody wrote, cut into plain words and safe links. Nothing in it is ever markup. */

export type Piece = { is: 'words'; text: string } | { is: 'link'; url: string; host: string; rest: string }

const addressInText = /https?:\/\/[^\s<>"“”«»]+/gi
const restShown = 40

/** The text in pieces. A link shows its real host, in ASCII, so that a look-alike letter cannot pass for another. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const found of text.matchAll(addressInText)) {
    const address = withoutTrailing(found[0])
    const link = linkOf(address)
    if (link === null) continue
    if (found.index > from) pieces.push({ is: 'words', text: text.slice(from, found.index) })
    pieces.push(link)
    from = found.index + address.length
  }
  if (from < text.length) pieces.push({ is: 'words', text: text.slice(from) })
  return pieces
}

/** The links of a message that its words do not show (a card, a shortened address). */
export function unshownLinks(text: string, links: string[]): Extract<Piece, { is: 'link' }>[] {
  const shown = new Set(piecesOf(text).map((piece) => (piece.is === 'link' ? piece.url : '')))
  const all = links.map(linkOf).filter((link) => link !== null && !shown.has(link.url))
  return all.filter((link) => link !== null)
}

/** A link where the address is one of the web; null for `javascript:` and everything else. */
export function linkOf(address: string): Extract<Piece, { is: 'link' }> | null {
  const url = URL.parse(address)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  const rest = url.pathname === '/' && url.search === '' ? '' : url.pathname + url.search
  const short = rest.length > restShown ? `${rest.slice(0, restShown)}…` : rest
  return { is: 'link', url: url.href, host: url.host, rest: short }
}

/** "see https://a.example/b." ends a sentence, not an address; "(https://a.example/b_(c))" keeps its own brackets. */
function withoutTrailing(address: string): string {
  let kept = address.replace(/[.,;:!?'’…]+$/, '')
  while (kept.endsWith(')') && kept.split(')').length > kept.split('(').length) kept = kept.slice(0, -1)
  return kept
}
