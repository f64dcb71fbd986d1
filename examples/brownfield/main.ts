import { program } from './program';

const { STEP, BASELINE: baseline, WARN } = process.env;

program({ steps: STEP === undefined ? undefined : Number(STEP), baseline, warn: WARN === 'true' }).synth();
