import { defineConfig } from "vitest/config";

/** Three kinds of tests by what they need: nothing, both databases, or the built application in a browser. */
const withDatabases = ["test/services/**", "test/db/**", "test/server/**"];
const withBrowser = ["test/routes/**", "test/e2e/**"];
/** A busy machine is no fault: a limit only ends what would never end. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000 };
const tests = (folders: string[]) => folders.map((folder) => `${folder}/*.test.{ts,tsx}`);

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: tests(["test/**"]),
          exclude: [...withDatabases, ...withBrowser],
          setupFiles: "test/support/property-seed.ts",
          ...patience,
          maxWorkers: "100%",
        },
      },
      {
        test: {
          name: "services",
          include: tests(withDatabases),
          setupFiles: "test/support/property-seed.ts",
          globalSetup: "test/support/postgres-server.ts",
          ...patience,
          maxWorkers: "100%",
        },
      },
      {
        test: {
          name: "web",
          include: tests(withBrowser),
          globalSetup: "test/support/example-folder.ts",
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // Each file has a server and a browser: more of them at once than cores only wait for each other.
          maxWorkers: 2,
        },
      },
    ],
  },
});
