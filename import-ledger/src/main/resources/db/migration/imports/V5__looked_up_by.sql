create index import_sha256 on imports.import (sha256);
create index import_verified_by on imports.import (verified_by) where verified_by is not null;
