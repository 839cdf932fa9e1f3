import type { Command } from 'commander';
import { parseConfig } from '../../config.ts';
import { askHealth } from '../../health/ask-health.ts';
import type { CliIo } from '../../io.ts';

/** `dateline healthcheck`: asks the bot that runs with the same settings, for containers without curl. */
export function addHealthcheckVerb(program: Command, io: CliIo): void {
  program
    .command('healthcheck')
    .description('ask the running bot at HEALTH_ADDRESS whether it is well')
    .option('--live', 'ask only whether it runs, not whether it does all of its work')
    .action(async ({ live = false }: { live?: boolean }) => {
      const { health } = parseConfig(io.env);
      if (!health) {
        io.err('HEALTH_ADDRESS is not set, so the bot tells nobody whether it is well.');
        io.exitCode(1);
        return;
      }
      const { token, ...address } = health;
      const { ok, line } = await askHealth({
        address,
        ...(token !== undefined && { token }),
        onlyLive: live,
      });
      if (ok) io.out(line);
      else {
        io.err(line);
        io.exitCode(1);
      }
    });
}
