import { randomBytes } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import { type DestinationStream, type Logger, pino } from "pino";

export const logLevels = ["silent", "error", "warn", "info"] as const;
export type LogLevel = (typeof logLevels)[number];

/** One JSON line per event on standard output, for whatever collects it. */
export const createLogger = (level: LogLevel, destination?: DestinationStream): Logger =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination ?? pino.destination(1));

/** Quoted on an error page; finds the line in the log. */
export const requestIdOf = (response: Response): string => String(response.locals.requestId);

/**
 * Logs each answer: method, path, status and time, and nothing of what was sent or shown. A query may hold what
 * somebody searched for, so it is left out; a path holds ids only.
 */
export const requestLog = (logger: Logger) => (request: Request, response: Response, next: NextFunction) => {
  const started = performance.now();
  const requestId = randomBytes(8).toString("hex");
  response.locals.requestId = requestId;
  response.once("close", () => {
    const { method, path } = request;
    const status = response.statusCode;
    const ms = Math.round(performance.now() - started);
    const line = { requestId, method, path, status, ms, complete: response.writableFinished };
    if (status >= 500) logger.error(line);
    else logger.info(line);
  });
  next();
};

/**
 * An error that nobody expected: its kind and the places it came through. Its message is left out, since it may quote
 * what somebody wrote.
 */
export function logError(logger: Logger, requestId: string, error: unknown): void {
  const { name, stack } = error instanceof Error ? error : { name: typeof error, stack: "" };
  const frames = (stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  logger.error({ requestId, error: name, frames: frames.map((line) => line.trim()) });
}
