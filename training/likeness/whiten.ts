/** Takes out what all questions share, so that what is left of two vectors tells them apart. */

/** The covariance matrix of unit vectors that lie one after the other, row by row. */
export function covariance(vectors: readonly Float32Array[], dimensions: number): Float64Array[] {
  const mean = new Float64Array(dimensions)
  for (const vector of vectors)
    for (let at = 0; at < dimensions; at++) mean[at] = (mean[at] ?? 0) + (vector[at] ?? 0) / vectors.length
  const matrix = Array.from({ length: dimensions }, () => new Float64Array(dimensions))
  for (const vector of vectors) {
    const away = vector.map((value, at) => value - (mean[at] ?? 0))
    for (const [at, row] of matrix.entries()) {
      const share = (away[at] ?? 0) / vectors.length
      for (let column = 0; column < dimensions; column++) row[column] = (row[column] ?? 0) + share * (away[column] ?? 0)
    }
  }
  return matrix
}

/** Eigenvalues and, row by row, eigenvectors of a symmetric matrix, by Jacobi's rotations. The matrix is used up. */
export function eigen(matrix: Float64Array[]): { values: number[]; vectors: Float64Array[] } {
  const size = matrix.length
  const vectors = matrix.map((_, at) => Float64Array.from({ length: size }, (_, column) => (column === at ? 1 : 0)))
  for (let sweep = 0; sweep < 12; sweep++) {
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        const between = matrix[p]?.[q] ?? 0
        if (Math.abs(between) < 1e-12) continue
        const theta = ((matrix[q]?.[q] ?? 0) - (matrix[p]?.[p] ?? 0)) / (2 * between)
        const tangent = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
        const cosine = 1 / Math.sqrt(tangent * tangent + 1)
        for (const row of matrix) rotate(row, p, row, q, cosine, tangent * cosine)
        rotateRows(matrix, p, q, cosine, tangent * cosine)
        rotateRows(vectors, p, q, cosine, tangent * cosine)
      }
    }
  }
  return { values: matrix.map((row, at) => row[at] ?? 0), vectors }
}

function rotateRows(rows: Float64Array[], p: number, q: number, cosine: number, sine: number): void {
  const [one, other] = [rows[p], rows[q]]
  if (one === undefined || other === undefined) return
  for (let at = 0; at < one.length; at++) rotate(one, at, other, at, cosine, sine)
}

function rotate(one: Float64Array, p: number, other: Float64Array, q: number, cosine: number, sine: number): void {
  const [a = 0, b = 0] = [one[p], other[q]]
  one[p] = cosine * a - sine * b
  other[q] = sine * a + cosine * b
}
