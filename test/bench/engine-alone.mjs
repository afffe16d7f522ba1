/** The floor of a start: the embedded PostgreSQL of this folder alone, until it answers; then it is stopped. */
import { startEngine } from '../../dist/libs/platform/src/engine/index.js';

const engine = await startEngine({ folder: process.argv[2], durable: true, adopt: true });
const ms = performance.now(); // since this process began
await engine.stop();
process.stdout.write(JSON.stringify({ ms }));
