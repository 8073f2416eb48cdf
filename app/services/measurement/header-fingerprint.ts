import { createHash } from "node:crypto";

/** SHA-256 by which a header is known again: its names in order, whatever their case. */
export const headerFingerprint = (names: readonly string[]): string =>
  createHash("sha256")
    .update(names.map((name) => name.trim().normalize("NFC").toLowerCase()).join("\u001f"))
    .digest("hex");
