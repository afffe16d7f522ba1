/**
 * Who meets whom over what, where they are held, and in what it may end.
 *
 *   sessions     how many meet, each with three cuts: the statements it is held before
 *   limits       ceiling and allotment of the agreements, where they matter
 *   setUp        what each order is to meet over, a thing of its own
 *   sessionsOf   the sessions over the thing of one order, each { cuts, work }
 *   outcome      what came of it, in words; `expected` are all of these there are
 *   broken       what is wrong by when each session was committed or came past its cuts, and no outcome says; null else
 */
import { authority } from './scenarios/authority.mjs';
import { certifications } from './scenarios/certifications.mjs';
import { corrections } from './scenarios/corrections.mjs';
import { documents } from './scenarios/documents.mjs';
import { sealing } from './scenarios/sealing.mjs';
import { signatures } from './scenarios/signatures.mjs';

export const scenarios = { ...certifications, ...authority, ...signatures, ...documents, ...corrections, ...sealing };
