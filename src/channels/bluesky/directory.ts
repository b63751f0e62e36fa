/** Who lives where: from a handle to a DID, and from a DID to its document (PLC directory or did:web). */

import type { Kit } from '../channel.ts'
import { isDid } from './at-uri.ts'
import { didDocument } from './wire.ts'

export const publicDirectory = 'https://plc.directory'

export type Resident = { readonly pds: string; readonly handle: string | null }

/**
 * Where an account lives, and the handle it claims (unproven). Null: there is no such DID, or it was given up. Throws
 * where nobody answers, or the answer makes no sense.
 */
export async function residentOf(did: string, directory: string, kit: Pick<Kit, 'fetch'>): Promise<Resident | null> {
  if (!isDid(did)) return null
  const url = documentUrl(did, directory)
  if (!url) return null
  const answer = await kit.fetch(url, { headers: { accept: 'application/json' } })
  // A tombstoned did:plc is 410.
  if (answer.status === 404 || answer.status === 410) return null
  if (!answer.ok) throw new Error(`${url.host} answered ${answer.status} for ${did}`)
  const { id, service, alsoKnownAs } = didDocument.parse(await answer.json())
  if (id !== did) throw new Error(`${url.host} answered with the document of ${id}`)
  const pds = service.find((one) => one.id.endsWith('#atproto_pds') && one.type === 'AtprotoPersonalDataServer')
  if (!pds) return null
  const handle = alsoKnownAs.find((name) => name.startsWith('at://'))?.slice('at://'.length) ?? null
  return { pds: pds.serviceEndpoint, handle }
}

function documentUrl(did: string, directory: string): URL | null {
  if (did.startsWith('did:plc:')) return new URL(`/${did}`, directory)
  if (!did.startsWith('did:web:')) return null
  const host = decodeURIComponent(did.slice('did:web:'.length))
  return URL.canParse(`https://${host}/`) ? new URL('/.well-known/did.json', `https://${host}/`) : null
}
