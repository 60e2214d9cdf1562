// Called by the Maven build: installs the locked packages when the lock changed, then bundles when a source changed.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const out = '../resources/static/built';
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
if (!existsSync('package-lock.json')) process.exit(0);

const digest = (files) => files.reduce((h, f) => h.update(f).update(readFileSync(f)), createHash('sha256')).digest('hex');
const walk = (dir) =>
  readdirSync(dir, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? walk(join(dir, e.name)) : [join(dir, e.name)]));
const unchanged = (marker, value) => existsSync(marker) && readFileSync(marker, 'utf8') === value;

const lock = digest(['package.json', 'package-lock.json']);
if (!unchanged('node_modules/.jiuzhu-lock', lock)) {
  execFileSync(npm, ['ci', '--no-audit', '--no-fund'], { stdio: 'inherit' });
  writeFileSync('node_modules/.jiuzhu-lock', lock);
}
const sources = digest(['package-lock.json', ...readdirSync('.').filter((f) => f.endsWith('.mjs')), ...walk('islands'), ...walk('styles')].sort());
if (!unchanged(`${out}/.sources`, sources)) {
  execFileSync(npm, ['run', '--silent', 'build'], { stdio: 'inherit' });
  mkdirSync(out, { recursive: true });
  writeFileSync(`${out}/.sources`, sources);
}
