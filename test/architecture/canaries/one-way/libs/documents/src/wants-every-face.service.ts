import '#kernel';
import '#platform'; // refused
import '#sealing'; // refused
import '#identity'; // refused
import '#ledger'; // refused
import '#rates'; // refused
import '#travellers'; // refused
import '#budget'; // refused
import '#agreements'; // refused
import '#charging'; // refused
import '#invoicing'; // refused
import '#audit'; // refused
import '#books'; // refused
