export { BooksModule, CLOCK, tables } from './books.module.ts';
export * from './field-reader.ts';
export { officerCode, type OfficerRole, officersOf } from './officers.ts';
export { type Progress, type ReplayedNumbers, ReplayService } from './replay.service.ts';
export type { Scenario } from './scenario.ts';
export { NotJson, readScenario } from './scenario-file.ts';
export type { ScenarioAnswer } from './scenario-answer.ts';
export { ScenarioAnswerService } from './scenario-answer.service.ts';
export { SampleService } from './sample.service.ts';
