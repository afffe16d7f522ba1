import 'typeorm'; // refused
