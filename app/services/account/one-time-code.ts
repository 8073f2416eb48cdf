import { randomInt } from "node:crypto";

/** Crockford's base 32: no letter that is read as a digit, none that makes words by accident. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** 80 random bits that can be read over the telephone: `k7f2-9mq4-x0tb-3wha`. */
export function oneTimeCode(): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join("");
  return Array.from({ length: 4 }, group).join("-");
}

/** How long a one-time password waits for its first use. */
export const oneTimeLifeUs = 7 * 24 * 3_600_000_000;
