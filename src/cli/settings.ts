/** The settings, read once from the environment. README's table of settings is this file in words. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { BlockList, isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { newSecret } from '../lib/seal.ts'

export type Settings = {
  port: number
  /** The address it listens on: this machine alone, unless the owner says otherwise. */
  host: string
  /** Where everything is kept: the database, the key, backups. */
  data: string
  /** Null: the embedded PostgreSQL in the data folder. */
  databaseUrl: string | null
  /** How people reach the desk: links in invitations start with it. */
  url: string
  /** Private ranges that the owner of the instance allowed us to reach, in CIDR form. */
  allowPrivate: readonly string[]
  /** By which server, and as whom, teammates are written to; null: they are not. */
  mail: { server: string; from: string } | null
}

export const Roles = ['web', 'hear', 'work'] as const
/** What a process does: `web` serves the screens and the API, `hear` listens in the rooms, `work` sends replies and wakes what was snoozed. */
export type Role = (typeof Roles)[number]

/** A setting that can't be used, and what would be right. */
export class SettingRefused extends Error {
  override name = 'SettingRefused'
}

/** Throws SettingRefused. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const port = readPort(env.PORT)
  return {
    port,
    host: env.HOST || '127.0.0.1',
    data: resolve(env.EARSHOT_DATA || 'data'),
    databaseUrl: readDatabaseUrl(env.DATABASE_URL),
    url: readUrl(env.EARSHOT_URL) ?? `http://127.0.0.1:${port}`,
    allowPrivate: readRanges(env.EARSHOT_ALLOW_PRIVATE),
    mail: readMail(env.EARSHOT_MAIL, env.EARSHOT_MAIL_FROM),
  }
}

function readPort(text: string | undefined): number {
  if (!text) return 7400
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new SettingRefused(`PORT is "${text}"; it must be a number from 1 to 65535, such as 7400.`)
  return port
}

function readDatabaseUrl(text: string | undefined): string | null {
  if (!text) return null
  if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text)) {
    throw new SettingRefused(
      'DATABASE_URL must look like postgres://user:password@host:5432/name. Unset it to use the embedded PostgreSQL.',
    )
  }
  return text
}

function readUrl(text: string | undefined): string | null {
  if (!text) return null
  if (!/^https?:\/\//.test(text) || !URL.canParse(text))
    throw new SettingRefused(
      `EARSHOT_URL is "${text}"; it must be the address people open, such as https://desk.example.com.`,
    )
  return text.replace(/\/+$/, '')
}

function readMail(server: string | undefined, from: string | undefined): Settings['mail'] {
  if (!server) return null
  if (!/^smtps?:\/\//.test(server) || !URL.canParse(server))
    throw new SettingRefused(
      'EARSHOT_MAIL must look like smtps://user:password@mail.example.com:465, or smtp://… with its port.',
    )
  if (!from?.includes('@'))
    throw new SettingRefused(
      'EARSHOT_MAIL_FROM must say as whom the desk writes, such as "Our desk <desk@example.com>".',
    )
  return { server, from }
}

function readRanges(text: string | undefined): string[] {
  const ranges = (text ?? '')
    .split(',')
    .map((range) => range.trim())
    .filter(Boolean)
  const probe = new BlockList()
  for (const range of ranges) {
    const [address = '', bits] = range.split('/')
    const version = isIP(address)
    try {
      probe.addSubnet(address, Number(bits), version === 6 ? 'ipv6' : 'ipv4')
    } catch {
      throw new SettingRefused(`EARSHOT_ALLOW_PRIVATE has "${range}"; each must look like 192.168.1.0/24 or fd00::/8.`)
    }
  }
  return ranges
}

/** The key that seals secrets: EARSHOT_SECRET, else one made on the first start and kept beside the data. */
export function readSecretKey(settings: Settings, env: Readonly<Record<string, string | undefined>>): string {
  if (env.EARSHOT_SECRET) {
    if (env.EARSHOT_SECRET.length < 32) throw new SettingRefused('EARSHOT_SECRET must have at least 32 characters.')
    return env.EARSHOT_SECRET
  }
  const path = join(settings.data, 'secret.key')
  if (!existsSync(path)) {
    mkdirSync(settings.data, { recursive: true })
    try {
      writeFileSync(path, newSecret() + newSecret(), { mode: 0o600, flag: 'wx' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error // else another process made it just now
    }
  }
  return readFileSync(path, 'utf8').trim()
}
