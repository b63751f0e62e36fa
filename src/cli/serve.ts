/** `earshot serve`: starts the desk and stays until it is stopped. */
import { parseArgs } from 'node:util'
import { openDatabase } from '../db/open.ts'
import { type Role, Roles, readSecretKey, readSettings, SettingRefused } from './settings.ts'
import { builtWeb } from './web-build.ts'

export const about = 'starts the desk'

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { role: { type: 'string', default: Roles.join(',') } } })
  const roles = readRoles(values.role)
  const settings = readSettings(process.env)
  const log = (line: string) => console.error(line)
  const web = roles.includes('web') ? builtWeb() : Promise.resolve('')
  web.catch(() => {}) // said below, when the rest stands
  const stopped = untilStopped()
  const secretKey = readSecretKey(settings, process.env)
  // PostgreSQL comes up while the rest of the program is read.
  const database = openDatabase(settings)
  database.catch(() => {}) // said by whoever waits for it
  const { start } = await import('../main.ts')
  const running = await start({ settings, database, secretKey, roles, web, log })
  console.log(roles.includes('web') ? `Earshot is at ${settings.url}` : `Earshot is here for: ${roles.join(', ')}`)
  if (running.setupLink && roles.includes('web'))
    console.log(`Nobody owns this desk yet. Make it yours (the link works once): ${running.setupLink}`)
  await stopped
  await running.stop()
  return 0
}

function readRoles(text: string): Role[] {
  const asked = text.split(',').map((role) => role.trim())
  const strange = asked.find((role) => !Roles.includes(role as Role))
  if (strange !== undefined) throw new SettingRefused(`--role knows ${Roles.join(', ')}; "${strange}" is none of them.`)
  return asked as Role[]
}

/** A second signal means now. */
function untilStopped(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        done()
        process.once(signal, () => process.exit(1))
      })
    }
  })
}
