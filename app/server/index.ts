import * as build from "virtual:react-router/server-build";
import { createRequestHandler } from "@react-router/express";
import type { ServerBuild } from "react-router";
import { contextOf } from "#app/server/request-context.ts";
import { type StartOptions, start } from "#app/server/start.ts";

/** The entry of the built server: the pages of the product behind the web server. */
export const startServer = (options: StartOptions) =>
  start(options, (app, logger) =>
    createRequestHandler({
      // The generated module and its own declared type differ in how they write an absent basename.
      build: build as unknown as ServerBuild,
      getLoadContext: (request, response) => contextOf(app, request, response, logger),
    }),
  );
