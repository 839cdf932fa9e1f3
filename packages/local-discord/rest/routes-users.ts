import { Locale, type APIUser, type Snowflake } from 'discord-api-types/v10';
import { z } from 'zod';
import { checkEndpoint } from '../endpoint/check-endpoint.ts';
import { CreatePrivateChannelRequestSchema } from '../validate/specification.ts';
import { refuse } from '../discord-error.ts';
import { openDm } from '../state/open-dm.ts';
import { guildPermissions } from '../state/permissions.ts';
import type { World } from '../state/world.ts';
import { invalidField } from '../validate/field-errors.ts';
import { parseBody } from '../validate/parse-body.ts';
import { readBody } from './body.ts';
import { param, type RestApp } from './rest-app.ts';

/** What an application can change of itself here. */
const applicationSchema = z.object({ interactions_endpoint_url: z.url().nullish() });

/** Adds the routes of users, the bot's account, its application and guilds, and DM channels. */
export function addUserRoutes(app: RestApp, world: World): void {
  app.get('/users/@me', (c) => c.json(buildOwnUser(world)));
  app.get('/users/@me/guilds', (c) => {
    const bot = world.application.bot.id;
    const joined = [...world.guilds.values()].filter((guild) => guild.members.has(bot));
    return c.json(
      joined.map((guild) => ({
        id: guild.api.id,
        name: guild.api.name,
        icon: guild.api.icon,
        banner: guild.api.banner ?? null,
        owner: false,
        permissions: String(guildPermissions(guild, bot)),
        features: guild.api.features,
      })),
    );
  });
  app.get('/users/:userId', (c) => {
    const user = world.users.get(param(c, 'userId'));
    if (!user) throw refuse('unknownUser');
    return c.json(user);
  });
  app.post('/users/@me/channels', async (c) => {
    const { json } = await readBody(c);
    const body = parseBody(CreatePrivateChannelRequestSchema, json) as { recipient_id?: Snowflake };
    const user = world.users.get(body.recipient_id ?? '');
    if (!user || user.bot) {
      throw invalidField(['recipient_id'], 'INVALID_RECIPIENT', 'Invalid Recipient(s)');
    }
    return c.json(openDm(world, user));
  });
  for (const path of ['/applications/@me', '/oauth2/applications/@me']) {
    app.get(path, (c) => c.json(buildApplication(world)));
  }
  app.patch('/applications/@me', async (c) => {
    const { json } = await readBody(c);
    const body = parseBody(applicationSchema, json) as z.infer<typeof applicationSchema>;
    const { interactions_endpoint_url: url } = body;
    // Discord accepts https only; on this machine there is no certificate.
    if (url) await checkEndpoint(world, url);
    if (url !== undefined) world.application.interactionsEndpoint = url ?? undefined;
    return c.json(buildApplication(world));
  });
}

function buildOwnUser(world: World): APIUser {
  return {
    ...world.application.bot,
    mfa_enabled: false,
    locale: Locale.EnglishUS,
    verified: true,
    email: null,
  };
}

function buildApplication(world: World): object {
  const { application } = world;
  const bot = application.bot.id;
  return {
    id: application.id,
    name: application.name,
    icon: null,
    description: '',
    type: null,
    bot: application.bot,
    verify_key: application.signingKey.publicKey,
    flags: 0,
    flags_new: '0',
    bot_public: true,
    bot_require_code_grant: false,
    redirect_uris: [],
    interactions_endpoint_url: application.interactionsEndpoint ?? null,
    role_connections_verification_url: null,
    owner: world.users.get(application.ownerId),
    approximate_guild_count: [...world.guilds.values()].filter((one) => one.members.has(bot))
      .length,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: [],
    integration_types_config: { '0': {}, '1': {} },
  };
}
