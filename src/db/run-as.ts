/** Who PostgreSQL runs as: it refuses to run as root, and root must be able to start the desk too. */
import { execFile } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { DatabaseTrouble } from './db.ts'

const run = promisify(execFile)

/** `user`: we become that user. `namespace`: root plays nobody in a user namespace. */
export type RunAs = { is: 'us' } | { is: 'user'; uid: number; gid: number } | { is: 'namespace' }

/** Who PostgreSQL runs as, so that root can start it too: the folder's owner, else nobody where nobody can reach it. */
export function whoRuns(folder: string, binary: string): RunAs {
  if (process.getuid?.() !== 0) return { is: 'us' }
  if (existsSync(folder)) {
    const { uid, gid } = statSync(folder)
    return uid === 0 ? { is: 'namespace' } : { is: 'user', uid, gid }
  }
  const nobody = nobodyHere()
  mkdirSync(dirname(folder), { recursive: true })
  return nobody && openToAll(dirname(folder)) && openToAll(dirname(binary))
    ? { is: 'user', ...nobody }
    : { is: 'namespace' }
}

function nobodyHere(): { uid: number; gid: number } | null {
  const line = readIfThere('/etc/passwd')
    ?.split('\n')
    .find((entry) => entry.startsWith('nobody:'))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid && Number(uid) > 0 ? { uid: Number(uid), gid: Number(gid) } : null
}

/** Whether any user may walk into the folder: every folder above it has the x bit for others. */
function openToAll(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

export async function call(as: RunAs, program: string, args: string[]): Promise<void> {
  // A locale that is not installed on the machine would stop the server: it speaks C.
  const options = { env: { ...process.env, LC_ALL: 'C', PGDATA: undefined }, cwd: '/' }
  if (as.is === 'user') {
    await run(program, args, { ...options, uid: as.uid, gid: as.gid })
  } else if (as.is === 'us') {
    await run(program, args, options)
  } else {
    try {
      await run('unshare', ['--user', '--map-user=65534', '--map-group=65534', program, ...args], options)
    } catch (error) {
      throw new DatabaseTrouble(
        `PostgreSQL refuses to run as root, and no other user can reach the data folder. Set EARSHOT_DATA to a folder outside /root (such as /var/lib/earshot), or start Earshot as an ordinary user. (${(error as Error).message.trim()})`,
      )
    }
  }
}

export function own(path: string, as: RunAs): void {
  if (as.is === 'user') chownSync(path, as.uid, as.gid)
}

/** Null: there is no such file. */
export function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
