import OneRealm from '../environment.mjs';

let first;

/** The environment of the first spec for the second one too. */
function LeftAsItIs(config, context) {
  first ??= new OneRealm(config, context);
  return first;
}

export { LeftAsItIs as default, LeftAsItIs as 'module.exports' };
