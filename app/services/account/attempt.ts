import { createHash } from "node:crypto";
import { attemptsIn, deleteAttempts, forgetAttemptsBefore, insertAttempt } from "#app/db/login-attempt.ts";
import { networkOf } from "#app/domain/account/network.ts";
import { accountLimits, addressLimits, longestWindowUs, waitUs } from "#app/domain/account/throttle.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Application } from "#app/services/application.ts";
import { newId } from "#app/services/new-id.ts";

/** A counted attempt; `takeBack` when the password was right, so that only wrong ones count. */
export interface Attempt {
  readonly takeBack: () => Promise<void>;
}

/**
 * Counts an attempt at a secret before the secret is looked at: a hundred guesses sent at once count as a hundred.
 * Fault `too_many_attempts` with the whole seconds until the next one is allowed; refused attempts do not count, so
 * nobody is kept out by somebody else's patience.
 *
 * @param subject what is guessed at: an e-mail address, or `set-up`. Stored only as a hash: people type passwords there.
 */
export async function countAttempt(
  app: Application,
  subject: string,
  address: string,
): Promise<Result<Attempt>> {
  const nowUs = app.now();
  const hash = createHash("sha256").update(subject.toLowerCase()).digest("hex");
  const buckets = [
    { name: `${hash} ${networkOf(address)}`, limits: accountLimits },
    { name: address, limits: addressLimits },
  ];
  return await app.database.write(async (trx) => {
    await forgetAttemptsBefore(trx, nowUs - longestWindowUs);
    let wait = 0;
    for (const { name, limits } of buckets) {
      wait = Math.max(wait, waitUs(await attemptsIn(trx, name, nowUs - longestWindowUs), limits, nowUs));
    }
    if (wait > 0) {
      return failure({ code: "too_many_attempts", params: { seconds: Math.ceil(wait / 1_000_000) } });
    }
    const ids: string[] = [];
    for (const { name } of buckets) {
      const id = newId();
      await insertAttempt(trx, id, name, nowUs);
      ids.push(id);
    }
    return success({ takeBack: () => app.database.write((later) => deleteAttempts(later, ids)) });
  });
}
