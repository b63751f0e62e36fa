/** The list of channels. A new one is its folder and its line here. */
import { archive } from './archive/channel.ts'
import { bluesky } from './bluesky/channel.ts'
import type { Channel } from './channel.ts'
import { feed } from './feed/channel.ts'
import { town, townBlog } from './town/channel.ts'

export const channels: ReadonlyMap<string, Channel> = new Map(
  [bluesky, feed, archive, town, townBlog].map((channel) => [channel.name, channel]),
)
