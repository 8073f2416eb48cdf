import { expect, it } from "vitest";
import { pageAddress } from "#app/server/page-address.ts";

const addressOf = (path: string) => pageAddress(new Request(`http://127.0.0.1${path}`));

it.each([
  ["/tenders/1/scoring", "/tenders/1/scoring", ""],
  ["/tenders/1/scoring.data", "/tenders/1/scoring", ""],
  [
    "/tenders/1/scoring.data?requirement=QUAL-015&_routes=routes%2Fx",
    "/tenders/1/scoring",
    "?requirement=QUAL-015",
  ],
  ["/_root.data", "/", ""],
  ["/tenders?index", "/tenders", ""],
])("%s is about the page %s%s", (asked, path, search) => {
  expect(addressOf(asked)).toEqual({ path, search });
});
