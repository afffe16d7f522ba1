import './rate-crad.ts'; // refused
import '#rates'; // refused
