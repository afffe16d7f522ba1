export {
  createPersonalKeyFile,
  personalKeyFile,
  PersonalKeyFileExists,
  PersonalKeyFileMissing,
  PersonalKeyFileOpenToOthers,
  PersonalKeyFileUnreadable,
  readPersonalKeyFile,
  replacePersonalKeyFile,
} from './personal-key-file.service.ts';
export {
  keyRing,
  lookupDigest,
  newPersonalKeys,
  newWrappingKey,
  PersonalKeyRing,
  type PersonalKeys,
  PersonalKeyUnknown,
} from './personal-keys.service.ts';
export { openPersonalKeys } from './server-personal-keys.service.ts';
export * from './traveller.ts';
export { travellerView, type TravellerView } from './travellers.query.ts';
export { TravellersModule } from './travellers.module.ts';
export { type Disclosure, TravellersService } from './travellers.service.ts';
import './travellers.table.ts'; // what its constraints mean
