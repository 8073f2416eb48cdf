import { randomBytes } from "node:crypto";

/** 128 random bits in hex: an id that nobody can guess, so that "not there" and "not yours" stay alike. */
export const newId = (): string => randomBytes(16).toString("hex");
