/** A channel's sign in one quiet colour. Its name always stands beside it or in the row's words. */
import { Archive, Mail, MessageSquare, Phone, Rss } from 'lucide-react'
import { siBluesky, siDiscourse, siMastodon, siReddit, siYcombinator } from 'simple-icons'

const marks: Record<string, { path: string }> = {
  bluesky: siBluesky,
  mastodon: siMastodon,
  discourse: siDiscourse,
  hackernews: siYcombinator,
  reddit: siReddit,
}
const signs: Record<string, typeof Mail> = { feed: Rss, archive: Archive, email: Mail, phone: Phone }

export function ChannelGlyph({ channel, size = 16 }: { channel: string; size?: number }) {
  const mark = marks[channel]
  if (mark !== undefined) {
    return (
      <svg className="glyph" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
        <path d={mark.path} fill="currentColor" />
      </svg>
    )
  }
  const Sign = signs[channel] ?? MessageSquare
  return <Sign className="glyph" size={size} aria-hidden="true" />
}
