/** earshot backup: everything the desk knows, in one file. */
import { parseArgs } from 'node:util'
import { backup } from '../db/backup.ts'
import { atDesk } from './desk.ts'
import { UsageWrong } from './refusals.ts'
import { readSecretKey } from './settings.ts'
import { version } from './version.ts'

export const about = 'writes everything the desk knows into one file'
export const usage = `backup FILE [--with-key]

  --with-key  The file holds the secret key too, and so opens the rooms' sign-ins: keep it as you would keep the passwords.

The server may be up or down; the file shows one moment. An older file of that name is replaced when the new one is whole.`

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { 'with-key': { type: 'boolean' } },
    allowPositionals: true,
  })
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0) throw new UsageWrong('Into which file? Name one.')
  return atDesk(async ({ ownerUrl, settings }) => {
    const secretKey = values['with-key'] ? readSecretKey(settings, process.env) : null
    const { rows, tables } = await backup(ownerUrl, path, { version: version(), at: new Date(), secretKey })
    console.log(`${path}: ${new Intl.NumberFormat('en').format(rows)} rows of ${tables} tables.`)
    if (secretKey === null)
      console.log(
        `The secret key is not in it. Keep ${settings.data}/secret.key elsewhere: without it the rooms must be signed in to again.`,
      )
    return 0
  })
}
