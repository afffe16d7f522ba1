import 'node:fs'; // refused
