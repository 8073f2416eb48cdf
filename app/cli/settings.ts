import { translations } from "#app/i18n/translate-on-server.ts";
import { type Configuration, readConfiguration } from "#app/server/configuration.ts";

/** Where a command writes, and the folder of the project itself. */
export interface Terminal {
  readonly root: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** The settings of the environment; null when they have faults, all of which have then been written. */
export function settingsOf({ root, err }: Terminal, environment = process.env): Configuration | null {
  const configuration = readConfiguration(environment, root);
  if (configuration.ok) return configuration.value;
  for (const fault of configuration.faults) {
    err(`${fault.place?.field}: ${fault.code}: ${translations.en.fault(fault)}\n`);
  }
  return null;
}
