/** The form for adding a Bluesky account. */
import { z } from 'zod'
import type { Field } from '../channel.ts'

export const fields: readonly Field[] = [
  {
    name: 'handle',
    label: 'Handle',
    hint: 'acme.example.com or acme.bsky.social; the mail address of the account works too',
    kind: 'text',
  },
  {
    name: 'password',
    label: 'App password',
    hint: 'Make one at bsky.app, Settings, Privacy and security, App passwords',
    kind: 'secret',
  },
  {
    name: 'service',
    label: 'Server',
    hint: 'Only for an account on a PDS of your own that the handle does not lead to',
    kind: 'url',
    optional: true,
  },
  {
    name: 'stream',
    label: 'Stream',
    hint: "Where to listen: a Jetstream (wss://...), or pds for the stream of the account's own server; empty is Bluesky's public Jetstream",
    kind: 'text',
    optional: true,
  },
  {
    name: 'directory',
    label: 'Directory',
    hint: 'Only for a network of your own: its PLC directory; empty is plc.directory',
    kind: 'url',
    optional: true,
  },
]

const optional = z.string().trim().max(2000).optional().default('')

export const asks = z.object({
  handle: z.string().trim().min(1, 'The handle of the account is missing.').max(320),
  password: z.string().trim().min(1, 'The app password is missing.').max(256),
  service: optional,
  stream: optional,
  directory: optional,
})
