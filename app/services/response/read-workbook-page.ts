import { loadWording } from "#app/documents/templates.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { type Fault, type Result, success } from "#app/domain/fault.ts";
import type { Language } from "#app/domain/language.ts";
import { answerText } from "#app/domain/response/answer-text.ts";
import type { Answer } from "#app/domain/response/response.ts";
import { type StatementId, statementOf } from "#app/domain/response/statement.ts";
import { yesNoWords } from "#app/domain/response/workbook-form.ts";
import type { Application } from "#app/services/application.ts";
import { readPendingWorkbook } from "#app/services/response/pending-workbook.ts";

export interface HeldChange {
  readonly id: string;
  readonly title: string;
  readonly kind: "added" | "changed" | "removed" | "unchanged";
  /** In words; null for no answer. */
  readonly before: string | null;
  readonly after: string | null;
}

export interface WorkbookPage {
  readonly mayEdit: boolean;
  readonly pending: {
    readonly name: string;
    readonly readUs: number;
    readonly changes: readonly HeldChange[];
    readonly unchanged: number;
    readonly faults: readonly Fault[];
    readonly warnings: readonly Fault[];
  } | null;
}

/** The held workbook's difference in words, ready to be shown. */
export async function readWorkbookPage(
  app: Application,
  actor: Actor,
  tenderId: string,
  language: Language,
): Promise<Result<WorkbookPage>> {
  const held = await readPendingWorkbook(app, actor, tenderId);
  if (!held.ok) return held;
  const { tender, pending, mayEdit } = held.value;
  if (pending === null) return success({ mayEdit, pending: null });
  const requirements = new Map(tender.requirements.map((requirement) => [requirement.id, requirement]));
  const items = new Map(tender.priceItems.map((item) => [item.id, item]));
  const words = (id: string, answer: Answer | null) => {
    const requirement = requirements.get(id);
    return answer === null || requirement === undefined ? null : answerText(requirement, answer, language);
  };
  const wording = await loadWording(app.root, "statements", language);
  const stated = (id: StatementId, value: string | null) =>
    value === null || statementOf(id)?.type === "text"
      ? value
      : yesNoWords[language][value === "yes" ? "yes" : "no"];
  const all: HeldChange[] = [
    ...pending.difference.answers.map(({ requirement: id, kind, before, after }) => ({
      id,
      title: `${id} ${requirements.get(id)?.title[language] ?? ""}`,
      kind,
      before: words(id, before),
      after: words(id, after),
    })),
    ...pending.difference.statements.map(({ statement: id, kind, before, after }) => ({
      id: `statement:${id}`,
      title: wording[id],
      kind,
      before: stated(id, before),
      after: stated(id, after),
    })),
    ...pending.difference.unitPrices.map(({ item, ...change }) => ({
      id: `price:${item}`,
      title: items.get(item)?.name[language] ?? item,
      ...change,
    })),
  ];
  const changes = all.filter((change) => change.kind !== "unchanged");
  return success({
    mayEdit,
    pending: {
      name: pending.name,
      readUs: pending.readUs,
      changes,
      unchanged: all.length - changes.length,
      faults: pending.faults,
      warnings: pending.warnings,
    },
  });
}
