import '../../../test/support/an-officer.ts'; // refused
