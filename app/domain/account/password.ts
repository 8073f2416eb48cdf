import { commonPasswords } from "#app/domain/account/common-passwords.ts";
import type { Fault } from "#app/domain/fault.ts";

const passwordLength = { min: 12, max: 128 } as const;

/**
 * Why a new password is refused, or nothing. Length and a list of common ones, no rules on kinds of characters (NIST
 * SP 800-63B, 5.1.1.2: such rules make passwords worse). Characters are counted as a person counts them, not as bytes.
 */
export function passwordFaults(password: string, field: string): Fault[] {
  const length = [...password].length;
  const place = { field };
  if (length < passwordLength.min)
    return [{ code: "password_too_short", place, params: { ...passwordLength } }];
  if (length > passwordLength.max)
    return [{ code: "password_too_long", place, params: { ...passwordLength } }];
  return isCommon(password) ? [{ code: "password_common", place }] : [];
}

/** A common word with a year and an exclamation mark behind it is still a common word. */
function isCommon(password: string): boolean {
  const lower = password.toLowerCase();
  const word = lower.replace(/[\d\p{P}\p{S}]+$/u, "");
  return commonPasswords.has(lower) || commonPasswords.has(word);
}
