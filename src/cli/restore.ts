/** earshot restore: a desk from a backup. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { restore } from '../db/backup.ts'
import { append, forgottenFile, read } from '../db/forgotten-file.ts'
import type { ForgottenLine } from '../domain/forgetting/forgotten.ts'
import { forgetAgain } from '../flows/forget-person.ts'
import { atDesk } from './desk.ts'
import { CommandRefused, UsageWrong } from './refusals.ts'

export const about = 'brings an empty desk to what a backup holds'
export const usage = `restore FILE [--forgotten FILE]

  --forgotten FILE  The forgotten.jsonl of the desk that the backup is of, where its data folder is another one.

Only into a desk without a workspace; the file is verified before anything is written, and comes in whole or not at all.
Replies that had not left yet wait for a person to look: nothing is said twice. Who was forgotten since is forgotten again:
forgotten.jsonl in the data folder says who, in hashes. Keep it as you keep the key.`

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { forgotten: { type: 'string' } },
    allowPositionals: true,
  })
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0) throw new UsageWrong('From which file? Name one.')
  const brought = values.forgotten === undefined ? [] : read<ForgottenLine>(values.forgotten)
  if (values.forgotten !== undefined && brought.length === 0)
    throw new CommandRefused(`${values.forgotten} says of nobody that they were forgotten.`)
  return atDesk(async ({ db, ownerUrl, settings }) => {
    const kept = forgottenFile(settings.data)
    await append(kept, brought)
    const { header, rows, unsure } = await restore(ownerUrl, path, new Date())
    console.log(`${new Intl.NumberFormat('en').format(rows)} rows restored, as they were on ${header.at}.`)
    const again = await forgetAgain(db, read<ForgottenLine>(kept), new Date())
    if (again > 0)
      console.log(`${again} ${again === 1 ? 'person' : 'people'} who had been forgotten since: forgotten again.`)
    if (unsure > 0)
      console.log(
        `${unsure} ${unsure === 1 ? 'reply' : 'replies'} had not left yet: look whether the channel has them, then send again or mark as sent.`,
      )
    if (header.secretKey === null)
      console.log(
        `The secret key was not in the backup: put the old secret.key into ${settings.data}, or sign in to the rooms again.`,
      )
    else if (process.env.EARSHOT_SECRET)
      console.log('The backup holds a secret key, but EARSHOT_SECRET goes before it: they must be the same.')
    else putKey(join(settings.data, 'secret.key'), header.secretKey)
    return 0
  })
}

/** The key that was here, if another, is kept beside. */
function putKey(path: string, key: string): void {
  if (existsSync(path)) {
    if (readFileSync(path, 'utf8').trim() === key) return
    renameSync(path, `${path}.before-restore`)
  }
  writeFileSync(path, key, { mode: 0o600 })
  console.log(`The secret key was put into ${path}. A server that runs must be started again.`)
}
