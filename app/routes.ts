import type { RouteConfig, RouteConfigEntry } from "@react-router/dev/routes";
import { flatRoutes } from "@react-router/fs-routes";

const routes = await flatRoutes();

/** The contract's own records are brought and looked at by the same pages as a vendor's, under another frame. */
const shared = [
  "calls",
  "file.$fileId",
  "measurement",
  "measurement_.workbook",
  "reports",
  "incidents",
  "staffing-plan",
  "key-figures",
];
const pages = new Map(
  routes.flatMap(function all(route): [string | undefined, RouteConfigEntry][] {
    return [[route.id, route], ...(route.children ?? []).flatMap(all)];
  }),
);
const contract = pages.get("routes/tenders.$tenderId.contract");
if (contract === undefined) throw new Error("the contract has no frame");
contract.children = [
  ...(contract.children ?? []),
  ...shared.map((name) => {
    const page = pages.get(`routes/tenders.$tenderId.respond.${name}`);
    if (page === undefined) throw new Error(`there is no page of ${name} to share`);
    return { id: `contract.${name}`, ...(page.path && { path: page.path }), file: page.file };
  }),
];

export default routes satisfies RouteConfig;
