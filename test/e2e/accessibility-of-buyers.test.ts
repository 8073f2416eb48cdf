import { describe } from "vitest";
import { colleagues } from "#app/services/example/people.ts";
import { hasBrowser } from "../support/browser.ts";
import { lookAtPagesOf } from "./look-at-pages.ts";

const { owner, approver, opener, chair, evaluator, contractManager } = colleagues;

describe.skipIf(!hasBrowser)("every page of the example, for buyers", () => {
  lookAtPagesOf([owner, approver, opener, chair, evaluator, contractManager].map(({ name }) => name));
});
