import { parentPort } from "node:worker_threads";

/** Tells whether this thread has loaded the compiler that takes the types away. */
const loaded: unknown = Reflect.get(process, "moduleLoadList");
const needed: boolean = Array.isArray(loaded) && loaded.some((name) => String(name).includes("deps/amaro"));
parentPort?.postMessage(needed);
