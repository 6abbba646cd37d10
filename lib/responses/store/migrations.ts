/**
 * The migrations of the database, oldest first. Each is SQL for both SQLite and PostgreSQL, and runs once, in one
 * transaction with the record that it ran. A released one is never edited: a change is a new entry.
 */
export const MIGRATIONS: readonly (readonly string[])[] = [
  [
    'create table settings (key text primary key, value text not null)',
    'create table salts (day text primary key, salt text not null)',
    'create table reactions (slug text not null, kind text not null, day text not null, reader text not null, primary key (slug, kind, day, reader))',
    'create table counts (slug text not null, kind text not null, day text not null, count integer not null, primary key (slug, kind, day))',
    'create table attempts (key text primary key, expires bigint not null, count integer not null)',
    'create index attempts_expires on attempts (expires)',
    'create table used (token text primary key, expires bigint not null)',
    `create table comments (id text primary key, slug text not null, parent text not null, name text not null, site text not null,
      text text not null, html text not null, state text not null, created bigint not null, edited bigint not null, digest text not null unique)`,
    'create index comments_shown on comments (slug, parent, state, created)',
    'create index comments_waiting on comments (state, created)',
    `create table mentions (id text primary key, source text not null, target text not null, slug text not null, kind text not null,
      state text not null, author text not null, author_url text not null, text text not null, url text not null, published text not null,
      created bigint not null, due bigint not null, attempts integer not null, detail text not null, unique (source, target))`,
    'create index mentions_shown on mentions (slug, state, created)',
    'create index mentions_due on mentions (due)',
    'create table subscribers (id text primary key, email text not null unique, state text not null, created bigint not null, confirmed bigint not null)',
    'create table deliveries (slug text not null, subscriber text not null, state text not null, at bigint not null, detail text not null, primary key (slug, subscriber))',
    'create table sessions (id text primary key, created bigint not null, seen bigint not null, expires bigint not null, agent text not null)',
    `create table passkeys (id text primary key, public_key text not null, counter bigint not null, transports text not null,
      name text not null, created bigint not null)`,
  ],
]
