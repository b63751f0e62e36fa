/** Somebody's initials on a quiet tint of their own, with the room's glyph at the corner. Pictures of other hosts are never loaded: that would tell them who reads. */
import type { PersonLine } from '../../src/api/shapes.ts'
import { ChannelGlyph } from './ChannelGlyph.tsx'
import { initialsOf, tintOf } from './initials.ts'

type Who = Pick<PersonLine, 'id' | 'name'> | null

export function Avatar({ who, channel, size = 40 }: { who: Who; channel?: string; size?: number }) {
  const style = { '--tint': tintOf(who?.id ?? ''), '--size': `${size / 16}rem` } as React.CSSProperties
  return (
    <span className="avatar" style={style} aria-hidden="true">
      {initialsOf(who?.name ?? '')}
      {channel !== undefined && (
        <span className="avatar-room">
          <ChannelGlyph channel={channel} size={12} />
        </span>
      )}
    </span>
  )
}
