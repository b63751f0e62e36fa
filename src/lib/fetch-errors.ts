/** What keeps a request from its answer, named for the fact and in words that a person can act on. */

export class AddressRefused extends Error {
  override name = 'AddressRefused'
  readonly host: string
  constructor(host: string, why: string) {
    super(`${host}: ${why}`)
    this.host = host
  }
}

export class TooLarge extends Error {
  override name = 'TooLarge'
  readonly maxBytes: number
  constructor(host: string, maxBytes: number) {
    super(`${host} sent more than ${maxBytes >= 1e6 ? `${maxBytes / 1e6} MB` : `${maxBytes} bytes`}`)
    this.maxBytes = maxBytes
  }
}

export class TooSlow extends Error {
  override name = 'TooSlow'
  readonly timeoutMs: number
  constructor(host: string, timeoutMs: number) {
    super(`${host} took longer than ${timeoutMs / 1000} seconds`)
    this.timeoutMs = timeoutMs
  }
}

export class TooManyRedirects extends Error {
  override name = 'TooManyRedirects'
  constructor(host: string, most: number) {
    super(`${host} redirected more than ${most} times`)
  }
}

/** `code`: the system's own word for it, such as ENOTFOUND. */
export class Unreachable extends Error {
  override name = 'Unreachable'
  readonly code: string | null
  constructor(host: string, why: string, cause?: Error & { code?: unknown }) {
    super(`Can't reach ${host}: ${why}`, { cause })
    this.code = typeof cause?.code === 'string' ? cause.code : null
  }
}

/** Our own errors as they are; what the system throws in words that a person can act on. */
export function known(host: string, error: unknown): unknown {
  if (!(error instanceof Error)) return error
  if (error instanceof AddressRefused || error instanceof TooLarge || error instanceof Unreachable) return error
  const cause: Error & { code?: unknown } = error
  return new Unreachable(host, reasons[String(cause.code)] ?? error.message, cause)
}

const reasons: Record<string, string> = {
  ENOTFOUND: 'nobody knows this name',
  EAI_AGAIN: 'the name could not be looked up just now',
  ECONNREFUSED: 'it refuses connections',
  ECONNRESET: 'it broke the connection off',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is one it signed itself',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
}
