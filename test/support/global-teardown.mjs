export { teardown as default } from './server.mjs';
