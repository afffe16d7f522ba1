import '#ledger';
import '#ledger/posting-rules'; // refused
import '../../ledger/src/index.ts'; // refused
import '../../ledger/src/posting-rules.ts'; // refused
