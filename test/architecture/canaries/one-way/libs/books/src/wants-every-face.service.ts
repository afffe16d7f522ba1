import '#kernel';
import '#platform';
import '#documents'; // refused
import '#sealing';
import '#identity';
import '#ledger';
import '#rates';
import '#budget';
import '#travellers';
import '#agreements';
import '#charging';
import '#invoicing';
import '#audit';
