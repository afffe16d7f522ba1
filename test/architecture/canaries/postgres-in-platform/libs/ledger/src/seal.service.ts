import 'pg'; // refused
