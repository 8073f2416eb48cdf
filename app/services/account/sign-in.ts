import { credentialsOf, setPassword } from "#app/db/account.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { passwordFaults } from "#app/domain/account/password.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { countAttempt } from "#app/services/account/attempt.ts";
import type { Client } from "#app/services/account/client.ts";
import { logAccount } from "#app/services/account/log-account.ts";
import { hashPassword, verifyPassword } from "#app/services/account/password-hash.ts";
import { startSession } from "#app/services/account/start-session.ts";
import { type Application, log } from "#app/services/application.ts";
import { authorise } from "#app/services/authorise.ts";

export interface SignInInput {
  readonly email: string;
  readonly password: string;
  /** Asked for only when `password` was a one-time password; empty otherwise. */
  readonly newPassword: string;
}

/**
 * Signs in with e-mail and password; the session is always a new one, so that a token planted before is worth nothing.
 *
 * Faults: `too_many_attempts`; `sign_in_failed`, alike for an unknown address, a wrong or expired password and a
 * disabled account; `new_password_needed` and those of a new password, only to who knows the one-time password.
 *
 * @returns token of the new session
 */
export async function signIn(
  app: Application,
  actor: Actor,
  input: SignInInput,
  client: Client,
): Promise<Result<string>> {
  const allowed = authorise(actor, "account.sign-in");
  if (!allowed.ok) return allowed;
  const attempt = await countAttempt(app, input.email, client.address);
  if (!attempt.ok) return attempt;

  const account = await credentialsOf(app.database.read, input.email);
  const right = await verifyPassword(account?.password_hash ?? null, input.password);
  const expiresUs = account?.password_expires_us ?? null;
  const usable = account?.disabled_us === null && (expiresUs === null || app.now() < expiresUs);
  if (account === undefined || !right || !usable) {
    await app.database.write((trx) =>
      log(app, trx, actor, "auth.sign-in-failed", null, { account: account?.id ?? null }),
    );
    return failure({ code: "sign_in_failed" });
  }
  await attempt.value.takeBack();

  const once = expiresUs !== null;
  if (once && input.newPassword === "") {
    return failure({ code: "new_password_needed", place: { field: "newPassword" } });
  }
  const faults = once ? passwordFaults(input.newPassword, "newPassword") : [];
  if (faults.length > 0) return failure(...faults);
  if (once && input.newPassword === input.password) {
    return failure({ code: "password_unchanged", place: { field: "newPassword" } });
  }
  const newHash = once ? await hashPassword(input.newPassword) : null;
  return await app.database.write(async (trx) => {
    // Somebody else may have used the one-time password, or an administrator disabled the account, in the meantime.
    const now = await credentialsOf(trx, input.email);
    if (now?.password_hash !== account.password_hash || now.disabled_us !== null) {
      return failure({ code: "sign_in_failed" });
    }
    if (newHash !== null) {
      await setPassword(trx, account.id, newHash, null);
      await logAccount(app, trx, account.id, "auth.password-change", { once: true });
    }
    await logAccount(app, trx, account.id, "auth.sign-in", { method: "password" });
    return success(await startSession(app, trx, account.id, client.agent));
  });
}
