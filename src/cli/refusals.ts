/** What a command says instead of doing it. */

/** It can't be done, and why, in words for the person at the terminal. Exit code 1. */
export class CommandRefused extends Error {
  override name = 'CommandRefused'
}

/** It was not asked rightly. Exit code 2. */
export class UsageWrong extends Error {
  override name = 'UsageWrong'
}
