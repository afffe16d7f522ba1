import '#kernel';
import '#platform';
import '#documents'; // refused
import '#sealing'; // refused
import '#identity';
import '#rates'; // refused
import '#travellers'; // refused
import '#budget'; // refused
import '#agreements'; // refused
import '#charging'; // refused
import '#invoicing'; // refused
import '#audit'; // refused
import '#books'; // refused
