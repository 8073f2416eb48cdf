import type { NextFunction, Request, Response } from "express";

/**
 * Refuses every request that could change something and does not come from our own pages. SameSite cookies are not
 * enough: a sibling subdomain is the same site. Believes only what a browser sets itself.
 */
export const originCheck = (url: string) => {
  const origin = new URL(url).origin;
  return (request: Request, response: Response, next: NextFunction): void => {
    const reading = request.method === "GET" || request.method === "HEAD";
    const site = request.get("sec-fetch-site");
    const trusted = site === undefined ? request.get("origin") === origin : site === "same-origin";
    if (reading || trusted) next();
    else response.status(403).type("text/plain").send("cross_origin_request: not sent from this address.\n");
  };
};
