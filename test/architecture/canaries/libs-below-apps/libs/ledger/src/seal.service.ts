import '../../../apps/api/src/main.ts'; // refused
import '../../../migrations/index.ts'; // refused
import '../../../test/support/an-officer.ts'; // refused
