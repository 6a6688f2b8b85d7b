-- A store as the first schema left it. Never edit this file: old stores do not change either.
PRAGMA journal_mode = WAL;
BEGIN;
CREATE TABLE meta (
  key   TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE person (
  id         TEXT NOT NULL PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE COLLATE NOCASE,
  created_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE event (
  person     TEXT NOT NULL REFERENCES person (id),
  device     TEXT NOT NULL,
  sequence   INTEGER NOT NULL CHECK (sequence >= 1),
  at_ms      INTEGER NOT NULL,
  offset_min INTEGER NOT NULL,
  kind       TEXT NOT NULL,
  body       TEXT NOT NULL,
  PRIMARY KEY (person, device, sequence)
) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES ('device', '019ab0c4-7e00-7abc-8def-0123456789ab');
INSERT INTO person VALUES ('ann', 'Ann', 1795299000000);
INSERT INTO person VALUES ('019ab0c4-8000-7000-8000-00000000000b', 'Zoë', 1795299000001);
INSERT INTO event VALUES ('ann', 'phone', 1, 1795299128123, 60, 'consent_given', '{"version":"2026-11"}');
INSERT INTO event VALUES ('ann', 'phone', 2, 1795299129000, 60, 'pain_reported', '{"place":"front_hip","side":"right","pain":3,"context":"now","note":"after the stairs"}');
INSERT INTO event VALUES ('ann', 'phone', 3, 1795299130000, 60, 'corrected', '{"device":"phone","sequence":2,"why":"the other side","with":{"at":"2026-11-21T23:12:09.000+01:00","kind":"pain_reported","body":{"place":"front_hip","side":"left","pain":3,"context":"now"}}}');
INSERT INTO event VALUES ('019ab0c4-8000-7000-8000-00000000000b', 'phone', 1, 1795299131000, -480, 'morning_reported', '{"side":"both","pain":0}');
PRAGMA application_id = 1347637057;
PRAGMA user_version = 1;
COMMIT;
