import '#kernel';
import '#platform';
import '#documents'; // refused
import '#sealing'; // refused
import '#identity';
import '#ledger';
import '#rates';
import '#budget';
import '#travellers';
import '#agreements';
import '#invoicing'; // refused
import '#audit'; // refused
import '#books'; // refused
