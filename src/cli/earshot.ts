/** The command line: finds the command, runs it, and says what went wrong in words. */
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { UsageWrong } from './refusals.ts'
import { version } from './version.ts'

/** One file a command. `run` gives the exit code: 0 it is done, 1 it could not be done. */
type Command = { about: string; usage?: string; run(args: string[]): Promise<number> }

// Each is loaded when it is asked for, so that one command does not wait for what another needs.
const commands: Record<string, () => Promise<Command>> = {
  serve: () => import('./serve.ts'),
  setup: () => import('./setup.ts'),
  import: () => import('./import.ts'),
  'import-orders': () => import('./import-orders.ts'),
  listen: () => import('./listen.ts'),
  match: () => import('./match.ts'),
  understand: () => import('./understand.ts'),
  group: () => import('./group.ts'),
  note: () => import('./note.ts'),
  rooms: () => import('./rooms.ts'),
  doctor: () => import('./doctor.ts'),
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
  demo: () => import('./demo.ts'),
}

// By name, so that saying what is wrong loads nothing: these speak to the person at the terminal already.
const spoken = new Set(
  'CommandRefused DatabaseTrouble BackupDamaged SettingRefused ChannelTrouble QueryError PortTaken SealBroken AddressRefused RangeMalformed'.split(
    ' ',
  ),
)

// What was read once starts quicker the next time, in threads too. Where the folder can't be written, nothing is lost.
const compiled = join(import.meta.dirname, '../../node_modules/.cache/earshot')
if (enableCompileCache(compiled).directory) process.env.NODE_COMPILE_CACHE ??= compiled

process.exitCode = await main(process.argv.slice(2))

async function main([name = 'help', ...args]: string[]): Promise<number> {
  if (name === 'version' || name === '--version' || name === '-v') return print(version())
  if (name === 'help' || name === '--help' || name === '-h') return help(args[0])
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) return wrongUsage(`There is no command ${name}.`)
  if (args.includes('--help') || args.includes('-h')) return help(name)
  try {
    const command = await load()
    return await command.run(args)
  } catch (error) {
    return explain(error, name)
  }
}

function explain(error: unknown, name: string): number {
  if (process.env.EARSHOT_DEBUG === '1') console.error(error)
  if (!(error instanceof Error)) throw error
  const code = 'code' in error ? String(error.code) : ''
  if (error instanceof UsageWrong || code.startsWith('ERR_PARSE_ARGS')) {
    console.error(error.message.replace(/\. To specify a positional.*$/s, '.'))
    console.error(`See: earshot help ${name}`)
    return 2
  }
  console.error(
    spoken.has(error.name)
      ? error.message
      : `Something broke: ${error.message}\nRun it again with EARSHOT_DEBUG=1 to see where.`,
  )
  return 1
}

function wrongUsage(why: string): number {
  console.error(`${why}\nSee: earshot help`)
  return 2
}

async function help(name: string | undefined): Promise<number> {
  const load = name === undefined || !Object.hasOwn(commands, name) ? undefined : commands[name]
  if (load) {
    const { about, usage } = await load()
    return print(`${about}\n\nearshot ${usage ?? name}`)
  }
  const lines = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => {
      const about = await load().then(
        (command) => command.about,
        (error: Error) => `(does not load: ${error.message})`,
      )
      return `  ${name.padEnd(15)}${about}`
    }),
  )
  return print(
    `Earshot hears everyone who speaks to you or about you, and answers who waits.\n\nearshot COMMAND\n\n${lines.join('\n')}\n  help           what a command does: earshot help import\n  version        ${version()}`,
  )
}

function print(text: string): number {
  console.log(text)
  return 0
}
