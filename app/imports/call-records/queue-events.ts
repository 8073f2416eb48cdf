/** What an event of app_queue does to a call; other events are of agents and do nothing to it. */
const effects = {
  ENTERQUEUE: "enter",
  CONNECT: "connect",
  COMPLETECALLER: "complete",
  COMPLETEAGENT: "complete",
  BLINDTRANSFER: "transfer",
  ATTENDEDTRANSFER: "transfer",
  TRANSFER: "transfer",
  ABANDON: "abandoned",
  EXITWITHTIMEOUT: "timeout",
  EXITEMPTY: "timeout",
  SYSCOMPAT: "timeout",
  EXITWITHKEY: "overflow",
  WITHDRAW: "overflow",
  FULL: "blocked",
  JOINEMPTY: "blocked",
  CLOSED: "closed",
  QUEUESTART: "restart",
} as const;

export type QueueEffect = (typeof effects)[keyof typeof effects];
export const queueEffects: readonly QueueEffect[] = [...new Set(Object.values(effects))];
/** Effects on a call that is inside the queue. */
export type InsideEffect = Exclude<QueueEffect, "enter" | "restart" | "blocked" | "closed">;

const effectByName = new Map<string, QueueEffect>(Object.entries(effects));

const eventsWithoutEffect = new Set([
  "RINGNOANSWER",
  "RINGCANCELED",
  "AGENTDUMP",
  "AGENTLOGIN",
  "AGENTCALLBACKLOGIN",
  "AGENTLOGOFF",
  "AGENTCALLBACKLOGOFF",
  "ADDMEMBER",
  "REMOVEMEMBER",
  "PAUSE",
  "UNPAUSE",
  "PAUSEALL",
  "UNPAUSEALL",
  "PENALTY",
  "RINGINUSE",
  "CONFIGRELOAD",
  "DID",
  "INFO",
  "CALLERID",
  "STARTHOLD",
  "STOPHOLD",
  "HOLD",
  "UNHOLD",
]);

/** The effect of an event by its name; null for none, undefined for an event that is not known. */
export const effectOf = (name: string): QueueEffect | null | undefined =>
  effectByName.get(name) ?? (eventsWithoutEffect.has(name) ? null : undefined);
