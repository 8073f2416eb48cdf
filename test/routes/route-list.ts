import type { Action } from "#app/domain/account/policy.ts";

interface Handler {
  readonly policy?: Action;
}

export interface RouteModule {
  readonly loader?: Handler;
  readonly action?: Handler;
  readonly default?: unknown;
}

export const modules = import.meta.glob<RouteModule>(["/app/routes/*.{ts,tsx}", "/app/routes/*/route.tsx"], {
  eager: true,
});

export interface Route {
  /** Address with its parameters, for example `/tenders/$tenderId/draft`. */
  readonly path: string;
  /** Lines of the policy for looking at it: its own and those of the pages that it stands in. */
  readonly looking: readonly Action[];
  readonly acting: Action | null;
  /** Whether it is a page, and not a download or an act. */
  readonly shown: boolean;
}

/** What the file names of flat routes mean: dots are slashes, a trailing `_` leaves the page that it would stand in. */
const nameOf = (file: string) => file.replace(/^\/app\/routes\//, "").replace(/(\/route)?\.tsx?$/, "");
const pathOf = (name: string) =>
  `/${name
    .replace(/(^|\.)_index$/, "")
    .replaceAll("_.", ".")
    .replaceAll(".", "/")}`;

const named = Object.entries(modules).map(([file, module]) => ({ name: nameOf(file), module }));

/** Every route of the product. */
export const routes: readonly Route[] = named.map(({ name, module }) => ({
  path: pathOf(name),
  looking: named
    .filter((other) => other.name === name || name.startsWith(`${other.name}.`))
    .flatMap(({ module: { loader } }) => loader?.policy ?? []),
  acting: module.action?.policy ?? null,
  shown: module.default !== undefined,
}));
