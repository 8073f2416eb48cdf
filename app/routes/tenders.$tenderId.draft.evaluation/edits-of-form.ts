import { z } from "zod";
import type { DraftEdit } from "#app/domain/tender/draft-edit.ts";
import type { DraftForm } from "#app/server/draft-form.ts";
import { ownForm } from "#app/server/form.ts";
import { type ChainName, tieBreakChains } from "./tie-break-chains.ts";

/** The edits that a form of the page asks for. */
export function editsOfForm(form: DraftForm): readonly DraftEdit[] {
  switch (form.intent) {
    case "reason":
      return form.reasons();
    case "model":
      return [{ type: "choose-model", choice: form.text("choice") }];
    case "parameters": {
      const typed = form.all("parameter").map((name) => [name, form.number(`evaluation.${name}`) ?? ""]);
      return [{ type: "set-parameters", parameters: Object.fromEntries(typed) }];
    }
    case "to-sek":
      return [{ type: "convert-model", to: "added_value_deduction" }];
    case "to-points":
      return [
        {
          type: "convert-model",
          to: "weighted_points",
          lower: form.number("evaluation.lower") ?? "",
          upper: form.number("evaluation.upper") ?? "",
          sekPerPoint: form.number("evaluation.sekPerPoint") ?? "",
        },
      ];
    case "worth":
      return form.all("id").map((id) => ({ type: "set-worth", id, worth: form.number(`worth.${id}`) }));
    default:
      return [{ type: "set-tie-break", rules: tieBreakChains[ownForm(chainName, form.text("chain"))] }];
  }
}

const names = Object.keys(tieBreakChains) as [ChainName, ...ChainName[]];
const chainName = z.enum(names);
