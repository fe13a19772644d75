import { threadCpuUsage } from "node:process";

/**
 * Runs something and gives the processor's time that this thread takes for it, in milliseconds: neither
 * a busy machine nor the tests beside it add to that.
 */
export function measureCpu(run: () => void): number {
  const before = threadCpuUsage();
  run();
  const { user, system } = threadCpuUsage(before);
  return (user + system) / 1000;
}
