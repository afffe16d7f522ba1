import 'class-validator';
import 'class-transformer';
import '@nestjs/swagger';
