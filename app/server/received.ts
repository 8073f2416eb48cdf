import type { NextFunction, Request, Response } from "express";
import type { Clock } from "#app/services/application.ts";

/**
 * Notes when the last byte of a request has been read. The framework's adapter reads a small body as it comes, before
 * session and database are asked, so nothing that this server waits for makes a submit late.
 */
export const noteReceived = (now: Clock) => (request: Request, response: Response, next: NextFunction) => {
  request.once("end", () => {
    response.locals.receivedUs = now();
  });
  next();
};

/** Microseconds; to be asked only after the body has been read. */
export function receivedUs(response: Response): number {
  const { receivedUs: noted } = response.locals as { receivedUs?: number };
  if (noted === undefined) throw new Error("asked when the request was received before it was");
  return noted;
}
