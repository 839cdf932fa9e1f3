// @ts-expect-error The package has no types for its schemas.
import * as untyped from 'discord-api-spec/zod';
import { array, union, type ZodMiniType } from 'zod/mini';

const schemas = untyped as Readonly<Record<string, ZodMiniType>>;

/** Returns the schema of a response type by its name in Discord's specification. */
function named(name: string): ZodMiniType {
  const schema = schemas[`${name}Schema`];
  if (!schema) throw new Error(`discord-api-spec has no schema named ${name}.`);
  return schema;
}

const channel = union(
  [
    'GuildChannelResponse',
    'PrivateChannelResponse',
    'PrivateGroupChannelResponse',
    'ThreadResponse',
  ].map(named),
);
const privateChannel = union(['PrivateChannelResponse', 'PrivateGroupChannelResponse'].map(named));
const message = named('MessageResponse');
const command = named('ApplicationCommandResponse');

/**
 * The schemas of successful responses, by method and path. `discord-api-spec` has a schema for each type but none
 * for each route, so this table repeats the specification's.
 */
export const RESPONSE_SCHEMAS: Readonly<Record<string, ZodMiniType>> = {
  'GET /applications/@me': named('PrivateApplicationResponse'),
  'GET /oauth2/applications/@me': named('PrivateApplicationResponse'),
  'GET /gateway': named('GatewayResponse'),
  'GET /gateway/bot': named('GatewayBotResponse'),
  'GET /users/@me': named('UserPIIResponse'),
  'GET /users/@me/guilds': array(named('MyGuildResponse')),
  'GET /users/{user_id}': named('UserResponse'),
  'POST /users/@me/channels': privateChannel,
  'GET /guilds/{guild_id}': named('GuildWithCountsResponse'),
  'GET /guilds/{guild_id}/channels': array(channel),
  'GET /guilds/{guild_id}/members/{user_id}': named('GuildMemberResponse'),
  'GET /guilds/{guild_id}/roles': array(named('GuildRoleResponse')),
  'GET /guilds/{guild_id}/roles/{role_id}': named('GuildRoleResponse'),
  'GET /guilds/{guild_id}/threads/active': named('ThreadsResponse'),
  'GET /applications/{application_id}/commands': array(command),
  'GET /applications/{application_id}/commands/{command_id}': command,
  'POST /applications/{application_id}/commands': command,
  'PUT /applications/{application_id}/guilds/{guild_id}/commands': array(command),
  'GET /channels/{channel_id}': channel,
  'PATCH /channels/{channel_id}': channel,
  'GET /channels/{channel_id}/messages': array(message),
  'POST /channels/{channel_id}/messages': message,
  'GET /channels/{channel_id}/messages/{message_id}': message,
  'PATCH /channels/{channel_id}/messages/{message_id}': message,
  'POST /channels/{channel_id}/messages/{message_id}/threads': named('ThreadResponse'),
  'POST /channels/{channel_id}/threads': named('CreatedThreadResponse'),
  'GET /channels/{channel_id}/threads/archived/public': named('ThreadsResponse'),
  'POST /interactions/{interaction_id}/{interaction_token}/callback': named(
    'InteractionCallbackResponse',
  ),
  'POST /webhooks/{webhook_id}/{webhook_token}': message,
  'GET /webhooks/{webhook_id}/{webhook_token}/messages/@original': message,
  'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original': message,
};
