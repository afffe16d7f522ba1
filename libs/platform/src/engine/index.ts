/** The PostgreSQL that comes with Recoup: started, joined and stopped here, so that one command is enough to keep books. */
export { type Engine, type EngineOptions, startEngine } from './engine.ts';
export { type ArchiveTarget, type ArchiveWish, archiveWish } from './archiving.ts';
export { clearUp, cutShort, toClearUp } from './clear-up.ts';
export { EngineProblem } from './engine-problem.ts';
export { type WatchedEngine, watchEngine } from './watchdog.ts';
export { startThrowAwayEngine, withThrowAwayEngine } from './throw-away.ts';
