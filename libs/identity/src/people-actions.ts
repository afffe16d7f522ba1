import { type Action, administering, approving, usual } from './action.ts';

/** Who comes in, and what they hold. Identity README, "Designations" and "Sign-in". */
export const peopleActions = {
  'person.add': {
    ...administering,
    title: 'Add a person',
    leadsTo: 'A person without any designation',
  },
  'person.name-traveller': {
    ...administering,
    title: 'Say under which reference a person travels',
    conditions: ['A reference is one person’s.'],
    leadsTo: 'This person acts on no charge of that reference',
  },
  'account.invite': {
    ...administering,
    title: 'Invite to set a password',
    conditions: ['Somebody who has no way in yet: one that is there is renewed, by two people.'],
    leadsTo: 'A link that works once, for three days',
  },
  'account.renew': {
    ...administering,
    title: 'Propose to renew an account',
    conditions: ['Of somebody who has a way in already, or was shut out; not one’s own, for a reason.'],
    leadsTo: 'A proposal, which opens nothing: it lapses after three days',
  },
  'account.approve-renewal': {
    ...usual,
    title: 'Approve the renewal of an account',
    duties: ['ADMINISTRATOR', 'APPROVING_OFFICER'],
    side: 'OWN',
    stepUp: true,
    conditions: [
      'Not one’s own, and not by whoever proposed it.',
      'An approving officer only where no other administrator could.',
    ],
    leadsTo: 'A link that works once, for three days; password, second factor, sessions and keys of before end with it',
  },
  'account.shut': {
    ...administering,
    title: 'Shut an account',
    conditions: ['Not one’s own, for a reason.'],
    leadsTo: 'Sessions and keys end at once; what was done stays',
  },
  'person.link': {
    ...administering,
    title: 'Say how a person signs in at the identity provider',
    conditions: ['Not for oneself.', 'Of somebody who has a way in: whoever approved its renewal, and nobody else.'],
    leadsTo: 'This subject of the identity provider is this person, or no longer',
  },
  'designation.propose': {
    ...administering,
    title: 'Propose a designation',
    conditions: ['Not for oneself.', 'With what the person holds already it keeps roles apart.'],
    leadsTo: 'A proposal, which gives nothing yet',
  },
  'designation.countersign': {
    ...approving,
    title: 'Countersign a designation',
    side: 'OWN',
    conditions: [
      'Not for oneself, and not by whoever proposed it.',
      'An acting designation of a side with fewer than four officers is countersigned by the other side.',
    ],
    leadsTo: 'The designation, in force at once and until its last day',
  },
  'designation.decline': {
    ...approving,
    title: 'Decline a designation',
    side: 'OWN',
    conditions: ['For a reason.'],
    leadsTo: 'The proposal DECLINED',
  },
  'designation.end': {
    ...usual,
    title: 'End a designation',
    duties: ['ADMINISTRATOR', 'APPROVING_OFFICER'],
    side: 'OWN',
    stepUp: true,
    conditions: ['For a reason.'],
    leadsTo: 'The designation ends at once',
  },
} as const satisfies Readonly<Record<string, Action>>;
