import { data, type RouterContextProvider, redirect } from "react-router";
import type { Actor, Person } from "#app/domain/account/actor.ts";
import { type Action, policy } from "#app/domain/account/policy.ts";
import type { Fault, Result } from "#app/domain/fault.ts";
import type { Language } from "#app/domain/language.ts";
import { actorContext, applicationContext, languageContext } from "#app/server/context.ts";
import { pageAddress } from "#app/server/page-address.ts";
import type { Application } from "#app/services/application.ts";

interface RouteArguments {
  readonly request: Request;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly context: Readonly<RouterContextProvider>;
}

export interface Handling extends RouteArguments {
  readonly app: Application;
  readonly actor: Actor;
  readonly language: Language;
}

/** A loader or action that names its line in the policy table; a route without one does not pass the tests. */
export type Guarded<T> = ((args: RouteArguments) => Promise<T>) & { readonly policy: Action };

/**
 * Makes a loader or action. Someone not signed in is sent to sign in first when the line in the table is not open to
 * everyone; the decision itself is made by the service, with the stage of that moment.
 */
export function guarded<T>(action: Action, handle: (handling: Handling) => Promise<T>): Guarded<T> {
  const open = (policy[action].who as readonly string[]).includes("everyone");
  const handler = async ({ request, params, context }: RouteArguments): Promise<T> => {
    const actor = context.get(actorContext);
    if (!open && actor.kind === "anonymous") {
      const { path, search } = pageAddress(request);
      throw redirect(`/sign-in?to=${encodeURIComponent(path + search)}`);
    }
    return await handle({
      request,
      params,
      context,
      actor,
      app: context.get(applicationContext),
      language: context.get(languageContext),
    });
  };
  return Object.assign(handler, { policy: action });
}

/** For handlers whose policy line needs a person; `guarded` has already sent others to sign in. */
export function personOf(actor: Actor): Person {
  if (actor.kind !== "person") throw data(null, { status: 404 });
  return actor;
}

/** One table from fault codes to HTTP statuses; every other expected fault is 422. */
const statusOf = (faults: readonly Fault[]): number => {
  const code = faults[0]?.code;
  if (code === "not_found") return 404;
  if (code === "not_allowed") return 403;
  if (code === "wrong_stage" || code === "version_conflict") return 409;
  return 422;
};

/** The value, or the error page of its faults. For loaders; an action shows its faults beside the form instead. */
export function expectValue<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw data({ faults: result.faults }, { status: statusOf(result.faults) });
}

/** What an action returns when it could not do what was asked. */
export const refused = (faults: readonly Fault[]) => refusedWith({ faults });

/** The same with what else the page needs, such as what was typed. */
export const refusedWith = <T extends { readonly faults: readonly Fault[] }>(outcome: T) =>
  data(outcome, { status: statusOf(outcome.faults) });

/** A path parameter that the route's own pattern guarantees. */
export function param(params: RouteArguments["params"], name: string): string {
  const value = params[name];
  if (value === undefined) throw new Error(`the route has no parameter ${name}`);
  return value;
}
