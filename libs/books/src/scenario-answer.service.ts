import { AuditService } from '#audit';
import { forTheProgram, inSnapshot } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ReplayedNumbers } from './replay.service.ts';
import { answeredCharges, type AnsweredDocument, answeredDocuments } from './scenario-answer.query.ts';
import { type ScenarioAnswer, scenarioAnswer } from './scenario-answer.ts';
import type { Scenario } from './scenario.ts';

/** What the ledger answers to a scenario, read back from the books in one snapshot. */
@Injectable()
export class ScenarioAnswerService {
  constructor(
    private readonly db: DataSource,
    private readonly audit: AuditService,
  ) {}

  async answer(scenario: Scenario, numbers: ReplayedNumbers): Promise<ScenarioAnswer> {
    const reading = forTheProgram(async (tx) => {
      const documents = new Map(
        (await answeredDocuments(tx)).map((document): [string, AnsweredDocument] => [document.number, document]),
      );
      return scenarioAnswer(scenario, {
        numbers,
        documents,
        charges: await answeredCharges(tx),
        totals: await this.audit.totals(tx, scenario.biennium),
      });
    });
    return inSnapshot(this.db, reading);
  }
}
