import './leaves-traces.ts';
