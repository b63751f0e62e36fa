/** The names we go by, as a query that listens for any of them. Pure. */

/** `Acme, Acme Bakery, @acmebakery` asks for `acme OR "acme bakery" OR @acmebakery`, each as it was written. Empty: no name. */
export function queryOf(names: string): string {
  return [
    ...new Set(
      names
        .split(/[,;\n]/)
        .map((name) => name.replace(/["()]/g, ' ').replace(/\s+/g, ' ').trim())
        .filter((name) => name !== ''),
    ),
  ]
    .map((name) => (/^[@#]?[\p{L}\p{N}_.]+$/u.test(name) && !/^(or|and|not)$/i.test(name) ? name : `"${name}"`))
    .join(' OR ')
}
