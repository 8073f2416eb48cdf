import { expect, it } from "vitest";
import { onBothDatabases } from "../support/databases.ts";
import { makePerson } from "../support/people.ts";
import { serving } from "./serving.ts";

/** Address of the installation; the browser's requests come from it or from elsewhere. */
const url = "https://upphandling.exempelbo.invalid";

const refused: readonly [why: string, headers: Record<string, string>][] = [
  ["has no Origin and no Sec-Fetch-Site", {}],
  ["has the Origin null, as from a sandboxed frame", { origin: "null" }],
  ["comes from another site", { origin: "https://elsewhere.invalid" }],
  ["comes from a sibling subdomain", { origin: "https://evil.exempelbo.invalid" }],
  ["comes from the same host over http", { origin: "http://upphandling.exempelbo.invalid" }],
  ["comes from the same host at another port", { origin: `${url}:8443` }],
  ["comes from an origin that only begins like ours", { origin: `${url}.elsewhere.invalid` }],
  [
    "comes from a sibling subdomain as the browser says, whatever its Origin",
    { "sec-fetch-site": "same-site", origin: url },
  ],
  ["comes from elsewhere as the browser says", { "sec-fetch-site": "cross-site", origin: url }],
  ["is typed into the address bar, which never posts", { "sec-fetch-site": "none", origin: url }],
  [
    "forges the host that a proxy would tell",
    {
      origin: "https://elsewhere.invalid",
      "x-forwarded-host": "elsewhere.invalid",
      "x-forwarded-proto": "https",
    },
  ],
];

onBothDatabases("a request that could change something", (world) => {
  const app = () => ({ ...world().app, url });

  it.each(refused)("is refused when it %s", async (_, headers) => {
    await serving(app(), async (address) => {
      for (const path of ["/account", "/account.data", "/_root.data", "/set-up"]) {
        for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
          const response = await fetch(address + path, { method, headers });
          expect(response.status, `${method} ${path}`).toBe(403);
          expect(await response.text()).toContain("cross_origin_request");
        }
      }
    });
  });

  it("is let through from our own pages, told by the browser or by its Origin", async () => {
    await makePerson(world(), { organisation: "buyer" });
    await serving(app(), async (address) => {
      for (const headers of [{ "sec-fetch-site": "same-origin" }, { origin: url }]) {
        for (const path of ["/account", "/account.data"]) {
          const response = await fetch(address + path, { method: "POST", headers });
          expect(response.status).toBe(200);
        }
      }
    });
  });

  it("is not a mere reading, which anybody may link to", async () => {
    await makePerson(world(), { organisation: "buyer" });
    await serving(app(), async (address) => {
      const response = await fetch(`${address}/tenders`, { headers: { "sec-fetch-site": "cross-site" } });
      expect(response.status).toBe(200);
    });
  });
});
