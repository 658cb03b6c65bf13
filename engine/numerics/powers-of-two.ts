/** Exponent of the first entry of `powersOfTwo`. */
export const LOWEST_POWER = -1024

const HIGHEST_POWER = 1023

/** 2^e for e = −1024..1023, at e − LOWEST_POWER: all exact, the first two subnormal. */
export const powersOfTwo = table()

function table(): Float64Array {
  const powers = new Float64Array(HIGHEST_POWER - LOWEST_POWER + 1)
  powers[-LOWEST_POWER] = 1
  for (let e = 1; e <= HIGHEST_POWER; e++) {
    powers[e - LOWEST_POWER] = 2 * powers[e - 1 - LOWEST_POWER]
  }
  for (let e = -1; e >= LOWEST_POWER; e--) {
    powers[e - LOWEST_POWER] = 0.5 * powers[e + 1 - LOWEST_POWER]
  }
  return powers
}
