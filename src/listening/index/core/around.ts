/** What the core asks of the program around it: core.ts beside this folder gives it, and says what each is. */
export declare function meet(unit: u32): u32
export declare function isPicture(high: u32, low: u32): bool
export declare function readPlainly(from: usize, to: usize): void
export declare function casedForm(name: usize): u32
export declare function bareForm(name: usize): usize
export declare function holds(message: usize, field: u32, term: u32): bool
export declare function isNow(message: usize, moment: u32): bool
export declare function isNear(program: usize): bool
export declare function hasLongPhrase(program: usize): bool
