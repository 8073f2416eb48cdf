import type { Config } from "@react-router/dev/config";

export default {
  appDirectory: "app",
  ssr: true,
  // A page that saves by itself has all it needs to say that no server answers; it could not be fetched then.
  splitRouteModules: false,
} satisfies Config;
