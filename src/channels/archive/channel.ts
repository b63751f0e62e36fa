/** What was said elsewhere and before: a file, brought in as a room by `earshot import`. Nothing more comes from it. */
import { z } from 'zod'
import type { Channel } from '../channel.ts'

const asks = z.object({ name: z.string().trim().min(1, 'The room needs a name.').max(200) })

export const archive: Channel = {
  name: 'archive',
  title: 'Archive',
  can: ['read own', 'history'],
  about: {
    cost: 'Nothing.',
    approval: 'None: the file is yours.',
    limits:
      'CSV, JSON lines and mbox files of any size, brought in at the command line: earshot import FILE --room NAME.',
    unseen: 'What is not in the file. Answers to it are given where it was said, and marked as answered here.',
    expiry: 'Never: the file is here.',
  },
  fields: [{ name: 'name', label: 'Name', hint: 'What to call the room: Tweets of 2015', kind: 'text' }],
  asks,
  async connect(asked) {
    const { name } = asks.parse(asked)
    return { is: 'connected', address: name, name, account: null, settings: {}, secret: null }
  },
  // biome-ignore lint/correctness/useYield: a file says nothing by itself; `earshot import` files its rows.
  async *hear(_room, { clock, signal }) {
    while (!signal.aborted) await clock.sleep(86_400_000, signal)
  },
}
