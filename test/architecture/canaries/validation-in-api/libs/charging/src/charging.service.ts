import 'class-validator'; // refused
import 'class-transformer'; // refused
import '@nestjs/swagger'; // refused
