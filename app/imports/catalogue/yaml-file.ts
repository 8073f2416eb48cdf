import { readFile } from "node:fs/promises";
import path from "node:path";
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { z } from "zod";
import type { Fault, Result } from "#app/domain/fault.ts";
import { success } from "#app/domain/fault.ts";

/** A path inside a YAML document, as zod reports it. */
type FieldPath = readonly PropertyKey[];

interface ParsedFile {
  readonly contents: unknown;
  readonly faults: readonly Fault[];
  /** Line of the deepest part of the path that exists, from 1. */
  readonly lineOf: (field: FieldPath) => number;
}

/**
 * Reads one YAML file through its schema. Faults: `file_unreadable`, `yaml_invalid`, `field_missing`,
 * `field_unknown`, `field_invalid`, each with file (relative to `folder`), line and field.
 */
export async function readYamlFile<T>(
  folder: string,
  file: string,
  schema: z.ZodType<T>,
): Promise<Result<T>> {
  let text: string;
  try {
    text = await readFile(path.join(folder, file), "utf8");
  } catch {
    return { ok: false, faults: [{ code: "file_unreadable", place: { file } }] };
  }
  const parsed = parse(file, text);
  if (parsed.faults.length > 0) return { ok: false, faults: parsed.faults };
  const checked = schema.safeParse(parsed.contents);
  if (checked.success) return success(checked.data);
  return { ok: false, faults: checked.error.issues.flatMap((issue) => faultsOf(issue, file, parsed)) };
}

/** The line on which a field of a file stands, for a fault that was found later than at reading. */
export async function lineOfField(folder: string, file: string, field: string): Promise<number | undefined> {
  const text = await readFile(path.join(folder, file), "utf8").catch(() => null);
  return text === null ? undefined : parse(file, text).lineOf(field.split("."));
}

function parse(file: string, text: string): ParsedFile {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  return {
    contents: document.errors.length > 0 ? null : document.toJS(),
    faults: document.errors.map(({ pos, code }) => ({
      code: "yaml_invalid",
      place: { file, line: lineCounter.linePos(pos[0]).line },
      params: { reason: code },
    })),
    lineOf: (field) => lineCounter.linePos(startOf(document.contents, field)).line,
  };
}

/** Offset of the key or item that a path leads to; where the path breaks off, that of its last existing part. */
function startOf(root: Node | null, field: FieldPath): number {
  let node: unknown = root;
  let start = root?.range?.[0] ?? 0;
  for (const step of field) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined || !isScalar(pair.key)) break;
      start = pair.key.range?.[0] ?? start;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)] as Node | undefined;
      if (item === undefined) break;
      start = item.range?.[0] ?? start;
      node = item;
    } else break;
  }
  return start;
}

function faultsOf(issue: z.core.$ZodIssue, file: string, parsed: ParsedFile): readonly Fault[] {
  const at = (field: FieldPath) => ({ file, line: parsed.lineOf(field), field: field.map(String).join(".") });
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ code: "field_unknown", place: at([...issue.path, key]) }));
  }
  const missing = issue.code === "invalid_type" && valueAt(parsed.contents, issue.path) === undefined;
  return [
    missing
      ? { code: "field_missing", place: at(issue.path) }
      : { code: "field_invalid", place: at(issue.path), params: { reason: issue.message } },
  ];
}

function valueAt(contents: unknown, field: FieldPath): unknown {
  return field.reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined,
    contents,
  );
}
