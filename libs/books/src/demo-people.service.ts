import { BudgetService } from '#budget';
import { Designation, IdentityService, Person, SignInService } from '#identity';
import { type Clock, theProgram } from '#kernel';
import { actForTheProgram, inTransaction, recordEvent } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { jointAuditor, officersOf } from './officers.ts';
import { SampleService } from './sample.service.ts';

/** The people that the sample is shown with: one for each role of each side and an auditor of both, who sign in with one printed password. */
@Injectable()
export class DemoPeopleService {
  constructor(
    private readonly db: DataSource,
    private readonly sample: SampleService,
    private readonly identity: IdentityService,
    private readonly budget: BudgetService,
    private readonly signIn: SignInService,
  ) {}

  /**
   * Lets them in with this password, and adds those who are missing in a sample of an earlier version. The database refuses
   * it in books that are no sample, which are not asked for it. Answers the password; null where these books are no sample.
   */
  async letIn(kept: () => string, clock: Clock): Promise<string | null> {
    if ((await this.sample.content()) !== 'SAMPLE') return null;
    const password = kept();
    await inTransaction(this.db, async (tx) => {
      await actForTheProgram(tx);
      const secretariats = await this.identity.secretariats(tx);
      const funds = await this.budget.funds(tx);
      const [home, other] = secretariats.map(({ code }) => code);
      const officers = [
        ...secretariats.map(({ code }) =>
          officersOf(
            code,
            funds.filter(({ secretariat }) => secretariat === code).map((fund) => fund.code),
          ),
        ),
        ...(home === undefined || other === undefined ? [] : [jointAuditor([home, other])]),
      ];
      const known = new Set((await this.identity.people(tx)).map(({ code }) => code));
      const isNew = (code: string): boolean => !known.has(code);
      const people: Person[] = officers.flatMap((one) => one.people.filter(({ code }) => isNew(code)));
      const designations: Designation[] = officers.flatMap((one) =>
        one.designations.filter(({ person }) => isNew(person)),
      );
      const all = officers.flatMap((one) => one.people.map(({ code }) => code));
      if (await this.signIn.areLetIn(tx, all, password)) return;
      const letIn = { action: 'DEMO_PEOPLE_LET_IN', kind: 'account', objects: all };
      await recordEvent(tx, letIn, theProgram, clock.now());
      await this.identity.addPeople(tx, people, designations);
      await this.signIn.letIn(tx, all, password);
    });
    return password;
  }

  /** The codes of all people there are, in the order of the books. */
  codes(): Promise<string[]> {
    return inTransaction(this.db, async (tx) => {
      await actForTheProgram(tx);
      return (await this.identity.people(tx)).map(({ code }) => code);
    });
  }
}
