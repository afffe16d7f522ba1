// jest loads ES modules one graph at a time; CommonJS companions that require Nest need it loaded first.
import '@nestjs/common';
import '@nestjs/core';
