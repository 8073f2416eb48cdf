import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** OWASP's recommendation for argon2id, which is this library's kind unless told otherwise; about 23 ms on a small server. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** More at once would fill the thread pool that file access shares. */
const atOnce = 4;
let running = 0;
const waiting: Array<() => void> = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, parameters));

/** Checked in place of an account that does not exist, so that the answer takes as long. */
let decoy: Promise<string> | null = null;

/** `stored` null means that there is no such account: false, after the same work. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(32).toString("base64"));
  const against = stored ?? (await decoy);
  const right = await inTurn(() => verify(against, password)).catch(() => false);
  return right && stored !== null;
}
