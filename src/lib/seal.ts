/** Secrets at rest: sealed with a key that lies beside the data, never in it. AES-256-GCM; a changed byte does not open. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

export type Seal = { seal(plain: string): Buffer; open(sealed: Buffer): string }

/** What was sealed can't be opened: another key, or damaged. */
export class SealBroken extends Error {
  override name = 'SealBroken'
  constructor() {
    super('A stored secret does not open with this secret.key. Put the right key back, or sign in to the room again.')
  }
}

const NONCE = 12
const TAG = 16

/** `key`: 32 bytes or more of randomness, in any form. */
export function sealWith(key: string): Seal {
  const secret = createHash('sha256').update(key).digest()
  return {
    seal(plain) {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', secret, nonce)
      return Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
    },
    open(sealed) {
      try {
        const decipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(0, NONCE))
        decipher.setAuthTag(sealed.subarray(-TAG))
        return decipher.update(sealed.subarray(NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8')
      } catch {
        throw new SealBroken()
      }
    },
  }
}

/** What we keep of a token or link: enough to know it again, not enough to use it. */
export const fingerprint = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** A word that can't be guessed: 192 bits, safe in a URL. */
export const newSecret = (): string => randomBytes(24).toString('base64url')
