import { cpuUsage } from "node:process";

/** Runs something and gives the processor's time of it, in milliseconds: a busy machine adds none. */
export function measureCpu(run: () => void): number {
  const before = cpuUsage();
  run();
  const { user, system } = cpuUsage(before);
  return (user + system) / 1000;
}
