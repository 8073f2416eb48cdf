import { once } from "node:events";
import { type ClientRequest, request as httpRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createRequestHandler } from "@react-router/express";
import express from "express";
import { RouterContextProvider, type ServerBuild } from "react-router";
import { expect, it } from "vitest";
import { noteReceived, receivedUs } from "#app/server/received.ts";

/**
 * The framework's own adapter in front of nothing: the body is read by the same code as in the real server. The clock
 * is moved while the session is looked up, as a busy database would, and `decided` is what an action would be told.
 */
async function receivedOf(send: (request: ClientRequest, tick: (us: number) => void) => Promise<void>) {
  let nowUs = 0;
  let decided: number | null = null;
  const server = express();
  server.use(noteReceived(() => nowUs));
  server.all(
    "*path",
    createRequestHandler({
      build: { routes: {}, entry: { module: {} } } as unknown as ServerBuild,
      getLoadContext: async (request, response) => {
        await once(request, "end");
        await new Promise((resolve) => setTimeout(resolve, 50));
        nowUs = 999_999_999;
        decided = receivedUs(response);
        response.end();
        return new RouterContextProvider();
      },
    }),
  );
  const listening = await new Promise<Server>((resolve) => {
    const http = server.listen(0, "127.0.0.1", () => resolve(http));
  });
  const { port } = listening.address() as AddressInfo;
  const request = httpRequest({ port, host: "127.0.0.1", method: "POST" });
  request.on("error", () => undefined);
  const answered = once(request, "response");
  await send(request, (us) => {
    nowUs = us;
  });
  await answered;
  listening.closeAllConnections();
  await new Promise((resolve) => listening.close(resolve));
  return decided;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 60));

it("takes the time of receipt at the last byte, not at the first", async () => {
  const decided = await receivedOf(async (request, tick) => {
    tick(1);
    request.write("first half");
    await pause();
    tick(2);
    request.end("second half");
  });
  expect(decided).toBe(2);
});

it("takes it before anything that the server waits for", async () => {
  const decided = await receivedOf(async (request, tick) => {
    tick(7);
    request.end("whole");
  });
  expect(decided).toBe(7);
});
