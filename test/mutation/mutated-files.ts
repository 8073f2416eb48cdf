import { readdirSync } from "node:fs";
import path from "node:path";

const award = "app/domain/evaluation/award";

const inFolder = (root: string, folder: string): readonly string[] =>
  readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`);

/** What decides an award: gates, quality, scores of every model and price function, ranking, ties, and what is answered. */
export const mutatedFiles = (root: string): readonly string[] => [
  "app/domain/evaluation/evaluate.ts",
  "app/domain/evaluation/ranking.ts",
  "app/domain/evaluation/tie-break.ts",
  `${award}/award-answer.ts`,
  `${award}/gates.ts`,
  `${award}/quality.ts`,
  ...inFolder(root, `${award}/model`),
  ...inFolder(root, `${award}/price-function`),
];
