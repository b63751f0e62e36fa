/**
 * The kinds of terms: a word or the beginning of one (letter case doesn't matter, or nor do accents, or case as written), a
 * pair, a fact. What is agreed here, the core and the program around it read from the same file.
 */
export const folded = 0
export const prefix = 1
export const bare = 2
export const barePrefix = 3
export const cased = 4
export const pair = 5
export const fact = 6
