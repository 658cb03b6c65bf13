/**
 * One double seen as two 32-bit words, for reading and scaling exponents.
 *
 * The views are scratch space shared by `exp` and `log`: written and read within one call.
 *
 * @module
 */

/** The double. */
export const double = new Float64Array(1)
/** The same eight bytes as two words. */
export const words = new Int32Array(double.buffer)

double[0] = 1
/** Position of the word that holds sign and exponent: 1 on little-endian machines, else 0. */
export const HIGH = words[1] === 0x3ff00000 ? 1 : 0
/** Position of the low word of the mantissa. */
export const LOW = 1 - HIGH
