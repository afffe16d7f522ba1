export * from './checkpoint.ts';
export * from './checkpoints.service.ts';
export * from './cosigning.ts';
export { cryptography, newSigningKey, signedBy, type SigningKey } from './cryptography.service.ts';
export { evidenceBundle, documentProof, verifierFile } from './evidence.service.ts';
export { ExportedSeal, type SealRecord } from './exported-seal.ts';
export { exportedSeal } from './exported-seal.query.ts';
export { keepHeldNote, readHeldNote, type SealFolder, sealFolder } from './held-note.service.ts';
export * from './key-file.service.ts';
export * from './key-register.service.ts';
export * from './merkle-tree.ts';
export * from './restore-event.ts';
export { acknowledgedCheckpoints, checkAgainstHeld, signRestoreEvent, treeSize } from './restore-event.service.ts';
export {
  type Occasion,
  publishHourly,
  sealBatch,
  type SealedBatch,
  type SealingStep,
  sealingSteps,
  TreeDamaged,
} from './seal-batch.service.ts';
export { queueSecondsMost, type SealStatus, sealStatus } from './seal-status.query.ts';
export { type SealVerification, type SealVerificationOptions, verifySeals } from './seal-verification.service.ts';
export { sealAll, type Sealer, type SealerOptions, startSealer } from './sealer.service.ts';
export {
  checkRestored,
  HeldNoteMissing,
  heldNotes,
  RestoredWithoutNote,
  type ServerSealing,
  startServerSealing,
} from './server-sealing.service.ts';
export * from './signed-note.ts';
export type { Finding, FindingKind } from './tree-check.ts';
export { rangeHashes, TreeIncomplete } from './tree.query.ts';
export { cosign, LogUnknown, MemoryUnreadable, readMemory, readShownOrNote } from './witness.service.ts';
