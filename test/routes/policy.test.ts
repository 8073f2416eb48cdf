import { expect, it } from "vitest";
import { policy } from "#app/domain/account/policy.ts";
import * as root from "#app/root.tsx";
import { modules, type RouteModule } from "./route-list.ts";

const files = Object.entries<RouteModule>({ ...modules, "/app/root.tsx": root });

it("finds the routes", () => {
  expect(files.length).toBeGreaterThan(40);
});

it.each(files)("%s names its line of the policy for all that it answers", (_file, { loader, action }) => {
  const handlers = [loader, action].filter((handler) => handler !== undefined);
  // A page without a loader would show what was never decided about.
  expect(handlers.length).toBeGreaterThan(0);
  for (const handler of handlers) expect(Object.keys(policy)).toContain(handler.policy);
});
