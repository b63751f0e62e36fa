/** What somebody wrote, as they wrote it: text and safe links, isolated from the direction of ours. */
import { linkOf, type Piece, piecesOf, unshownLinks } from './text.ts'

type Link = Extract<Piece, { is: 'link' }>

export function Said({ text, links = [] }: { text: string; links?: string[] }) {
  const unshown = unshownLinks(text, links)
  return (
    <>
      <p className="said" dir="auto">
        {piecesOf(text).map((piece, at) =>
          // The pieces of one text never change places.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          piece.is === 'link' ? <WebLink key={at} link={piece} /> : <span key={at}>{piece.text}</span>,
        )}
      </p>
      {unshown.map((link) => (
        <p key={link.url} className="said-link">
          <WebLink link={link} />
        </p>
      ))}
    </>
  )
}

/** A link out of the desk; where the address is none of the web's, only its words. */
export function Outward({ url, children, className }: { url: string; children: React.ReactNode; className?: string }) {
  if (linkOf(url) === null) return <span className={className}>{children}</span>
  return (
    <a href={url} className={className} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  )
}

function WebLink({ link }: { link: Link }) {
  return (
    <Outward url={link.url}>
      <bdi>
        <b>{link.host}</b>
        {link.rest}
      </bdi>
    </Outward>
  )
}
