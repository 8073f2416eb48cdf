import { createContext } from "react-router";
import type { Actor } from "#app/domain/account/actor.ts";
import type { Language } from "#app/domain/language.ts";
import type { Application } from "#app/services/application.ts";

/** What the server hands to every loader and action of one request. */
export const applicationContext = createContext<Application>();
export const actorContext = createContext<Actor>();
export const languageContext = createContext<Language>();
export const nonceContext = createContext<string>();
/** Address for throttling and session lists; already past the trusted proxies. */
export const clientContext = createContext<{ readonly address: string; readonly agent: string }>();
/** Microseconds at which the last byte of the request had been read; decides whether a submit is in time. */
export const receivedContext = createContext<() => number>();
/** Sets a response header from inside a loader or action (the login cookie). */
export const headerContext = createContext<(name: string, value: string) => void>();
/** Number of the request in the log, quoted on error pages. */
export const requestIdContext = createContext<string>();
/** Writes down an error that nobody expected, under the number of its request. */
export const reportContext = createContext<(error: unknown) => void>();
