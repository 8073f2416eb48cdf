import type { Config } from "@react-router/dev/config";

export default {
  appDirectory: "app",
  ssr: true,
  // A page that saves by itself has all it needs to say that no server answers, its own code and the list of all pages;
  // neither could be fetched then.
  splitRouteModules: false,
  routeDiscovery: { mode: "initial" },
} satisfies Config;
