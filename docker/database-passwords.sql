-- The passwords of the services, from the secrets of the container: they are on no command line.
\set owner `cat /run/secrets/database-owner`
\set ingest `cat /run/secrets/database-ingest`
\set worker `cat /run/secrets/database-worker`
\set notifier `cat /run/secrets/database-notifier`
alter role unenrol_owner password :'owner';
alter role unenrol_ingest password :'ingest';
alter role unenrol_worker password :'worker';
alter role unenrol_notifier password :'notifier';
