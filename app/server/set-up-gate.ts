import type { NextFunction, Request, Response } from "express";
import { isSetUp } from "#app/services/account/set-up-code.ts";
import type { Application } from "#app/services/application.ts";

/** Leads every page of a fresh installation to its set-up. Asks the database only until there is an account. */
export const setUpGate = (app: Application) => {
  let done = false;
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    done ||= await isSetUp(app);
    if (done || /^\/set-up(\.data)?$/.test(request.path)) next();
    else response.redirect("/set-up");
  };
};
