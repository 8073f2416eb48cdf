import type { Route } from "./+types/route";

/** What the page was given; its parts take it from here, so that they do not depend on the page. */
export type EvaluationData = Route.ComponentProps["loaderData"];
