import { bodyOf } from '../../src/editor/model/body.ts';
import { Chance } from './chance.ts';
import { edited } from './edits.ts';

const [count, first] = process.argv.slice(-2).map(Number) as [number, number];
for (let seed = first; seed < first + count; seed++) process.stdout.write(`${JSON.stringify(bodyOf(edited(new Chance(seed), 30).doc).body)}\n`);
