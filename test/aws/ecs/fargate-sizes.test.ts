import { FARGATE_CPU_UNITS, fargateMemoriesMib } from '../../../lib/aws/ecs/fargate-sizes';

// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html, in GB
test.each([
  [256, 3, 0.5, 2],
  [512, 4, 1, 4],
  [1024, 7, 2, 8],
  [2048, 13, 4, 16],
  [4096, 23, 8, 30],
  [8192, 12, 16, 60],
  [16_384, 12, 32, 120],
])('%d CPU units go with %d sizes of memory, from %d to %d', (cpuUnits, sizes, least, most) => {
  const memories = fargateMemoriesMib(cpuUnits);
  expect([memories.length, memories[0] / 1024, memories[memories.length - 1] / 1024]).toEqual([sizes, least, most]);
});

test('what Fargate does not offer has no memory', () => {
  expect(FARGATE_CPU_UNITS).toEqual([256, 512, 1024, 2048, 4096, 8192, 16_384]);
  expect(fargateMemoriesMib(300)).toEqual([]);
});
