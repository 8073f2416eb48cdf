import { type ColumnMeaning, withinMeaning } from "#app/imports/interval/column-meaning.ts";
import type { Preset } from "#app/imports/interval/preset.ts";
import { avaya } from "#app/imports/interval/presets/avaya.ts";
import { ciscoUccx } from "#app/imports/interval/presets/cisco-uccx.ts";
import { generic } from "#app/imports/interval/presets/generic.ts";
import { genesysCloud } from "#app/imports/interval/presets/genesys-cloud.ts";
import { teliaAce } from "#app/imports/interval/presets/telia-ace.ts";

/** In the order in which a layout is given when two fit equally well. */
export const presets: readonly Preset[] = [genesysCloud, ciscoUccx, avaya, teliaAce, generic];

export const meaningOf = (preset: Preset, name: string): ColumnMeaning | null =>
  preset.columns.get(name) ?? withinMeaning(name);
