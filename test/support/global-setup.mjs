export { setup as default } from './server.mjs';
