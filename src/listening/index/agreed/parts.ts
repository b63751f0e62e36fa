/** The parts of a query that is written as numbers: program.ts says what belongs to each. */
export const word = 0
export const beginning = 1
export const term = 2
export const fact = 3
export const moment = 4
export const phrase = 5
export const near = 6
export const not = 7
export const all = 8
export const any = 9
