import { column, constraintStandsFor } from '#platform';
import { EntitySchema } from 'typeorm';
import { Meeting, MeetingPeriodReversed, UnknownMeeting } from './meeting.ts';
import {
  AgreementCeilingExceeded,
  AgreementNotInState,
  AgreementNumberTaken,
  AgreementOutsideItsBiennium,
  ServiceAgreement,
  Signature,
  UnknownAgreement,
} from './service-agreement.ts';

export const MeetingTable = new EntitySchema<Meeting>({
  schema: 'agreements',
  name: 'meeting',
  tableName: 'meeting',
  target: Meeting,
  columns: {
    code: { ...column.text(), primary: true },
    title: column.text(),
    organizer: column.text(),
    startsOn: column.day(),
    endsOn: column.day(),
    place: column.text(),
    venue: column.text(),
  },
});

export const AgreementTable = new EntitySchema<ServiceAgreement>({
  schema: 'agreements',
  name: 'agreement',
  tableName: 'agreement',
  target: ServiceAgreement,
  columns: {
    number: { ...column.text(), primary: true },
    provider: column.text(),
    client: column.text(),
    meeting: column.text(),
    biennium: column.biennium(),
    families: column.textList(),
    mandates: column.textList(),
    effectiveOn: column.day(),
    endsOn: column.day(),
    ceilingUsd: column.moneyUsd(),
    programmeSupportCost: column.text(),
    travelMode: column.textOrNull(),
    clientAllocation: column.json(),
    providerCredit: column.json(),
    state: column.text(),
    signedOn: column.dayOrNull(),
    version: column.count(),
    chargedUsd: column.moneyUsd(),
    draftedBy: column.text(),
    draftedAt: column.instant(),
  },
});

export const SignatureTable = new EntitySchema<Signature>({
  schema: 'agreements',
  name: 'signature',
  tableName: 'signature',
  target: Signature,
  columns: {
    agreement: { ...column.text(), primary: true },
    side: { ...column.text(), primary: true },
    signedOn: column.day(),
    signedBy: column.text(),
    recordedAt: column.instant(),
  },
});

constraintStandsFor('agreement_within_ceiling', () => new AgreementCeilingExceeded('of this charge'));
constraintStandsFor('agreement_takes_a_listed_step', () => new AgreementNotInState());
constraintStandsFor('agreement_stays_as_it_ended', () => new AgreementNotInState());
constraintStandsFor('agreement_within_its_biennium', () => new AgreementOutsideItsBiennium());
constraintStandsFor('agreement_once', () => new AgreementNumberTaken());
constraintStandsFor('meeting_period', () => new MeetingPeriodReversed());
constraintStandsFor('agreement_of_meeting', () => new UnknownMeeting('named by the agreement'));
constraintStandsFor('charge_of_agreement', () => new UnknownAgreement('named by the charge'));
