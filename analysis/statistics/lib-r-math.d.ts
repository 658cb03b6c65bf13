/** The package's own types cannot be reached through its `exports`; these are the functions used. */
declare module 'lib-r-math.js' {
  /** Quantile and distribution function of Student's t. */
  export function qt(p: number, df: number): number
  export function pt(q: number, df: number): number
  /** Quantile of the chi-square distribution. */
  export function qchisq(p: number, df: number): number
}
