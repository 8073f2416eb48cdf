import { describe } from "vitest";
import { administrator } from "#app/services/example/people.ts";
import { exampleVendors } from "#app/services/example/vendors.ts";
import { hasBrowser } from "../support/browser.ts";
import { lookAtPagesOf, noAccount } from "./look-at-pages.ts";

describe.skipIf(!hasBrowser)("every page of the example, for vendors, administrators and anybody", () => {
  lookAtPagesOf([noAccount, administrator.name, ...exampleVendors.slice(0, 2).map(({ person }) => person)]);
});
