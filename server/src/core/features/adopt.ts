export { adopt, adoptReading } from '../edits/adopt.ts';
