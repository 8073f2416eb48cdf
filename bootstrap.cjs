// Runs before the npm scripts, with whatever Node a machine has: plain old JavaScript, no dependencies.
// Installs what is missing (packages, and for tests a browser) and builds the web application when its sources changed.
//   node bootstrap.cjs [build] [browser]
const { createHash } = require("node:crypto");
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");

const root = __dirname;
const wanted = new Set(process.argv.slice(2));
const say = (text) => process.stderr.write(`${text}\n`);
const run = (command, args) =>
  execFileSync(command, args, { cwd: root, stdio: ["ignore", 2, 2], shell: process.platform === "win32" });

function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files.sort()) hash.update(file).update(fs.readFileSync(path.join(root, file)));
  return hash.digest("hex");
}

function filesUnder(folder) {
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(name) : [name];
  });
}

/** Does `act` unless the stamp says that it was done for these very inputs. */
function once(stamp, inputs, act) {
  const file = path.join(root, stamp);
  const hash = hashOf(inputs);
  if (fs.existsSync(file) && fs.readFileSync(file, "utf8") === hash) return;
  act();
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, hash);
}

once("node_modules/.installed", ["package.json", "package-lock.json"], () => {
  say("Installing packages …");
  // The build is made with development packages, whatever NODE_ENV says.
  run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"]);
});

if (wanted.has("build")) {
  const sources = filesUnder("app").concat(["package-lock.json", "vite.config.ts", "react-router.config.ts"]);
  once("build/.built", sources, () => {
    say("Building the web application …");
    run(path.join(root, "node_modules/.bin/node"), ["node_modules/@react-router/dev/bin.cjs", "build"]);
  });
}

if (wanted.has("browser") && !hasBrowser()) {
  say("Installing a browser for the tests …");
  try {
    installBrowser();
  } catch {
    say(
      "No browser could be installed, so the browser tests will be skipped with a notice. Install Chromium:",
    );
    say("  Debian or Ubuntu:  sudo apt-get install chromium");
    say("  elsewhere:         npx playwright install chromium");
  }
}

function hasBrowser() {
  if (process.env.CHROMIUM_PATH || fs.existsSync("/usr/bin/chromium")) return true;
  const { chromium } = require("@playwright/test");
  return fs.existsSync(chromium.executablePath());
}

function installBrowser() {
  const debian = fs.existsSync("/usr/bin/apt-get") && process.getuid && process.getuid() === 0;
  if (debian) {
    run("apt-get", ["update", "-qq"]);
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-dejavu-core"]);
  } else {
    run("npx", ["playwright", "install", "chromium"]);
  }
}
