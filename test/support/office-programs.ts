import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const runs = (program: string, ...options: string[]): boolean => {
  try {
    execFileSync(program, options, { stdio: "ignore", timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
};

/** Whether LibreOffice is installed: a second program that opens what we write. */
export const hasLibreOffice = runs("soffice", "--version");

/** A Python that has python-docx, a second library that reads what we write; null when there is none. */
export const pythonWithDocx =
  ["python3", "/usr/bin/python3"].find((python) => runs(python, "-c", "import docx")) ?? null;

/** For the title of tests that need a program, so that leaving them out is told. */
export const unless = (there: boolean, program: string): string =>
  there ? "" : ` (left out: no ${program} here)`;

/** Files as LibreOffice writes them in another format, with a profile of its own. */
export function convertedAll(files: readonly Buffer[], from: string, to: string): readonly Buffer[] {
  const folder = mkdtempSync(path.join(tmpdir(), "libreoffice-"));
  try {
    const names = files.map((_, index) => `file${index}`);
    for (const [index, bytes] of files.entries()) {
      writeFileSync(path.join(folder, `${names[index]}.${from}`), bytes);
    }
    execFileSync(
      "soffice",
      [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--convert-to",
        to,
        "--outdir",
        path.join(folder, "out"),
        ...names.map((name) => path.join(folder, `${name}.${from}`)),
      ],
      { stdio: "ignore", timeout: 240_000 },
    );
    return names.map((name) => readFileSync(path.join(folder, "out", `${name}.${to.split(":")[0]}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One file as LibreOffice writes it in another format. */
export function converted(bytes: Buffer, from: string, to: string): Buffer {
  const [file] = convertedAll([bytes], from, to);
  if (file === undefined) throw new Error("LibreOffice gave no file");
  return file;
}

/** What a Python script prints about a file whose path is its first argument. */
export function toldByPython(python: string, script: string, bytes: Buffer): string {
  const folder = mkdtempSync(path.join(tmpdir(), "python-docx-"));
  try {
    const file = path.join(folder, "file.docx");
    writeFileSync(file, bytes);
    return execFileSync(python, ["-c", script, file], { encoding: "utf8", timeout: 60_000 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
