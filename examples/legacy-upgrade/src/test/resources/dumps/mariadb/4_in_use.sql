set foreign_key_checks = 0;
CREATE TABLE `auth_audit` (
  `id` bigint(20) NOT NULL,
  `happened_at` datetime(6) NOT NULL,
  `name` varchar(60) NOT NULL,
  `succeeded` tinyint(1) NOT NULL,
  `user_ref` varchar(64) DEFAULT NULL,
  `session_ref` varchar(64) DEFAULT NULL,
  `detail` varchar(120) DEFAULT NULL,
  `digest` varchar(64) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `ix_auth_audit_user` (`user_ref`,`happened_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
CREATE TABLE `auth_audit_head` (
  `id` bigint(20) NOT NULL,
  `entries` bigint(20) NOT NULL,
  `last_digest` varchar(64) NOT NULL,
  `digest` varchar(64) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
insert into `auth_audit_head` (id, entries, last_digest, digest) values ('1', '0', '', '');
CREATE TABLE `auth_import_chunk` (
  `run_id` varchar(64) NOT NULL,
  `part` varchar(80) NOT NULL,
  `chunk_no` int(11) NOT NULL,
  `tally` longtext NOT NULL,
  PRIMARY KEY (`run_id`,`part`,`chunk_no`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
insert into `auth_import_chunk` (run_id, part, chunk_no, tally) values ('20261122T174858.516861-f35a0599', 'users', '0', '{"mark": "tVhKFGQRlJggTSv_uGlEmE3mUqyyd8sNKmgQlE7hM1A", "states": {"users": {"created": 5}}, "reasons": {}, "added": {"profiles": 5}, "warnings": {}, "hash_formats": {"bcrypt": 3, "none": 2}}');
CREATE TABLE `auth_import_held` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `run_id` varchar(64) NOT NULL,
  `entity` varchar(60) NOT NULL,
  `legacy_id` longtext NOT NULL,
  `reason` varchar(60) NOT NULL,
  `field` varchar(255) NOT NULL,
  `detail` varchar(1000) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `ix_auth_import_held_run` (`run_id`,`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
CREATE TABLE `auth_import_run` (
  `run_id` varchar(64) NOT NULL,
  `source_system` varchar(60) NOT NULL,
  `preset` varchar(60) NOT NULL,
  `source` varchar(1000) NOT NULL,
  `options` varchar(2000) NOT NULL,
  `state` varchar(30) NOT NULL,
  `started_at` datetime(6) NOT NULL,
  `finished_at` datetime(6) DEFAULT NULL,
  `report` longtext DEFAULT NULL,
  PRIMARY KEY (`run_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
insert into `auth_import_run` (run_id, source_system, preset, source, options, state, started_at, finished_at, report) values ('20261122T174858.516861-f35a0599', 'bookbarn', 'bookbarn', 'jdbc:mariadb://localhost:39333/barn_c1c0a410_d5cc_4df6_90ec_f5f540a4b7b0', '{"batch_size": 500, "workers": 1}', 'finished', '2026-11-22 17:48:58.516861', '2026-11-22 17:48:58.619095', '{"run_id": "20261122T174858.516861-f35a0599", "preset": "bookbarn", "system": "bookbarn", "source": "jdbc:mariadb://localhost:39333/barn_c1c0a410_d5cc_4df6_90ec_f5f540a4b7b0", "started_at": "2026-11-22T17:48:58.516861214Z", "finished_at": "2026-11-22T17:48:58.617626535Z", "dry_run": false, "read": 5, "created": 5, "updated": 0, "merged": 0, "unchanged": 0, "skipped": 0, "quarantined": 0, "by_reason": {}, "entities": {"users": {"read": 5, "created": 5, "updated": 0, "merged": 0, "unchanged": 0, "skipped": 0, "quarantined": 0, "by_reason": {}, "added": 0}}, "warnings": {}, "hash_formats": {"bcrypt": 3, "none": 2}, "columns_not_carried": {}, "rows_per_second": 50, "verified": {}}');
CREATE TABLE `auth_outbox` (
  `id` varchar(64) NOT NULL,
  `channel` varchar(10) NOT NULL,
  `recipient` varchar(254) NOT NULL,
  `template` varchar(100) NOT NULL,
  `language` varchar(35) NOT NULL,
  `sealed` longtext NOT NULL,
  `tries` int(11) NOT NULL,
  `created_at` datetime(6) NOT NULL,
  `expires_at` datetime(6) NOT NULL,
  `due_at` datetime(6) DEFAULT NULL,
  `finished_at` datetime(6) DEFAULT NULL,
  `error_message` varchar(1000) DEFAULT NULL,
  `outcome` varchar(10) DEFAULT NULL,
  `provider` varchar(255) DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `ix_auth_outbox_due` (`due_at`),
  KEY `ix_auth_outbox_finished` (`finished_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
insert into `auth_outbox` (id, channel, recipient, template, language, sealed, tries, created_at, expires_at, due_at, finished_at, error_message, outcome, provider) values ('l_bmheYBcZb650BJnxl65w', 'EMAIL', 'dora@example.org', 'LOGIN_CODE', 'en', '', '1', '2026-11-22 17:48:58.949128', '2026-11-22 17:53:58.929163', NULL, '2026-11-22 17:48:59.002537', NULL, 'SENT', 'recording');
CREATE TABLE `auth_throttle` (
  `bucket` varchar(64) NOT NULL,
  `window_until` datetime(6) NOT NULL,
  `taken` int(11) NOT NULL,
  `closed_until` datetime(6) DEFAULT NULL,
  PRIMARY KEY (`bucket`),
  KEY `ix_auth_throttle_window` (`window_until`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
CREATE TABLE `book_order` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `member_id` bigint(20) NOT NULL,
  `title` varchar(200) NOT NULL,
  `ordered_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `ix_book_order_member` (`member_id`),
  CONSTRAINT `fk_book_order_member` FOREIGN KEY (`member_id`) REFERENCES `member` (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=4 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
insert into `book_order` (id, member_id, title, ordered_at) values ('1', '2', 'The Leopard', '2019-04-02 10:15:00.000000');
insert into `book_order` (id, member_id, title, ordered_at) values ('2', '3', 'The Leopard', '2020-01-09 18:40:00.000000');
insert into `book_order` (id, member_id, title, ordered_at) values ('3', '4', 'The Leopard', '2021-06-30 07:00:00.000000');
CREATE TABLE `DATABASECHANGELOG` (
  `ID` varchar(255) NOT NULL,
  `AUTHOR` varchar(255) NOT NULL,
  `FILENAME` varchar(255) NOT NULL,
  `DATEEXECUTED` datetime NOT NULL,
  `ORDEREXECUTED` int(11) NOT NULL,
  `EXECTYPE` varchar(10) NOT NULL,
  `MD5SUM` varchar(35) DEFAULT NULL,
  `DESCRIPTION` varchar(255) DEFAULT NULL,
  `COMMENTS` varchar(255) DEFAULT NULL,
  `TAG` varchar(255) DEFAULT NULL,
  `LIQUIBASE` varchar(20) DEFAULT NULL,
  `CONTEXTS` varchar(255) DEFAULT NULL,
  `LABELS` varchar(255) DEFAULT NULL,
  `DEPLOYMENT_ID` varchar(10) DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-1', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:54', '13', 'EXECUTED', '9:73d2b1a143655eb1ad643c600bb7146a', 'createTable tableName=email_log', 'create table email_log', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-10', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:55', '22', 'EXECUTED', '9:4689afb4a3976169dafff0b92fc7ec0a', 'addColumn tableName=member', 'add column member.modified_at', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-11', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:55', '23', 'EXECUTED', '9:169dfb38cc4d5887188ea23f7261f5b5', 'addColumn tableName=member', 'add column member.deleted_at', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-12', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:55', '24', 'EXECUTED', '9:0265244f23c957e074f14151197dd431', 'addColumn tableName=member', 'add column member.deleted_by_cascade', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-13', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:55', '25', 'EXECUTED', '9:acfdba1e8539914f52e891a76b952368', 'modifyDataType columnName=email, tableName=member', 'change member.email from character varying(150) to varchar(254)', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-14', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:55', '26', 'EXECUTED', '9:fcb562ad09847040d1db9f6582317a90', 'dropNotNullConstraint columnName=email, tableName=member', 'allow null in member.email; lint-waive: S20 nothing is taken away that a row has; no-rollback: rows without a value may have come meanwhile, and nothing needs it gone', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-15', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:55', '27', 'EXECUTED', '9:9ceffea279cd7d9fe505432da014d76b', 'addColumn tableName=member', 'add column member.email_key', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-16', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:55', '28', 'EXECUTED', '9:7a28117fd73472fb062bcfc49c6af848', 'addColumn tableName=member', 'add column member.email_verified_at', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-17', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:55', '29', 'EXECUTED', '9:a9003d9d4d836d8348d1f19e4660638d', 'addColumn tableName=member', 'add column member.last_login_at', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-18', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:55', '30', 'EXECUTED', '9:ed8f8b74ac4bf245c6d4d1e4f1b03f4c', 'addColumn tableName=member', 'add column member.password_changed_at', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-19', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:55', '31', 'EXECUTED', '9:d6b3bfae1a5ecbb071c3c3e4fa70b915', 'addColumn tableName=member', 'add column member.password_hash', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-2', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:54', '14', 'EXECUTED', '9:b81942bcec2b36cdc81b85576675ef05', 'createTable tableName=legacy_link', 'create table legacy_link', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-20', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:55', '32', 'EXECUTED', '9:504cd94e7675060722a54eab0ff78605', 'addColumn tableName=member', 'add column member.phone; lint-waive: S22 numbers are checked before they are stored', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-21', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:55', '33', 'EXECUTED', '9:0a3e74231c3ca859b6bb1ac0de30f4b5', 'addColumn tableName=member', 'add column member.phone_key', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-22', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:56', '34', 'EXECUTED', '9:e4e99968da382990d4c2a1a8ad35224c', 'addColumn tableName=member', 'add column member.phone_verified_at', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-23', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:56', '35', 'EXECUTED', '9:e2a02fdfbff6a82535c317c81f3bd90a', 'addColumn tableName=member', 'add column member.settings', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-24', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:56', '36', 'EXECUTED', '9:57cd0ae244690a204baba74159eaf3aa', 'addColumn tableName=member', 'add column member.is_staff', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-25', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:56', '37', 'EXECUTED', '9:6dac075f4171037ff98ce482b04b3751', 'addColumn tableName=member', 'add column member.is_superuser', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-26', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:56', '38', 'EXECUTED', '9:d66ee1bb7a33f1aa2ae2806fc5f3f3f2', 'addColumn tableName=member', 'add column member.terms_accepted_at', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-27', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:56', '39', 'EXECUTED', '9:6378100d4d88aafdf25cf3d98e817236', 'addColumn tableName=member', 'add column member.username', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-28', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:56', '40', 'EXECUTED', '9:8b162e665701f90b89cbd3ee5259738d', 'addColumn tableName=member', 'add column member.username_key', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-29', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:56', '41', 'EXECUTED', '9:cfdcaa4386b9cd4b513dbd7a5d4a30eb', 'addUniqueConstraint constraintName=uq_member_email_key, tableName=member', 'unique member[email_key]', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-3', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:54', '15', 'EXECUTED', '9:cf92744e2f1c6e0c1f8ef5a57c3bb49f', 'createTable tableName=member_code', 'create table member_code; lint-waive: S22 numbers are checked before they are stored', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-32', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:56', '42', 'EXECUTED', '9:6ec46d6b03c9fe37659bc809c516fe9c', 'addUniqueConstraint constraintName=uq_member_phone_key, tableName=member', 'unique member[phone_key]', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-35', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:56', '43', 'EXECUTED', '9:4056d814672efbaa81aa2952e6d40b38', 'addUniqueConstraint constraintName=uq_member_username_key, tableName=member', 'unique member[username_key]', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-38', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:56', '44', 'EXECUTED', '9:a49c3c59955bf67e1e6d92dcd25dff1e', 'createIndex indexName=ix_member_device_user_id, tableName=member_device', 'index member_device[user_id]', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-39', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:56', '45', 'EXECUTED', '9:fd020c523a359e426351009c1716679d', 'createIndex indexName=ix_member_profile_user_id, tableName=member_profile', 'index member_profile[user_id]', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-4', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:55', '16', 'EXECUTED', '9:18d9a821e5188bc26ac30e61265124f8', 'createTable tableName=member_device', 'create table member_device; lint-waive: S23 the address of a device\'s notifications, given by its maker, opens nothing here', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-40', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:56', '46', 'EXECUTED', '9:fa8ed7ffb00828794effbdaf7dc0cb18', 'createIndex indexName=ix_member_session_user_id, tableName=member_session', 'index member_session[user_id]', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-41', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:56', '47', 'EXECUTED', '9:c5c102f5dfe18cbb89f86dd2d7039937', 'createIndex indexName=ix_member_social_account_user_id, tableName=member_social_account', 'index member_social_account[user_id]', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-5', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:55', '17', 'EXECUTED', '9:d3a7bad5b5e39ef1433472c92377ff4a', 'createTable tableName=member_profile', 'create table member_profile', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-6', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:55', '18', 'EXECUTED', '9:6b9ed7107fb317eb08cf0a8fb3577c0e', 'createTable tableName=member_session', 'create table member_session', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-7', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:55', '19', 'EXECUTED', '9:bf0dda9940a623aa9b43e9d9bb961a93', 'createTable tableName=member_social_account', 'create table member_social_account', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-8', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:55', '20', 'EXECUTED', '9:5c53a2337c30ab48fc54fde0294b8d4a', 'createTable tableName=sms_log', 'create table sms_log; lint-waive: S22 numbers are checked before they are stored', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('0004-9', 'makemigrations', 'db/migrations/0004_lockstile.xml', '2026-11-22 17:48:55', '21', 'EXECUTED', '9:fbe6312fe36d1040f96dfe1bd14686ef', 'addColumn tableName=member', 'add column member.created_at', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('1', 'paul', 'db/migrations/0001_members.xml', '2026-11-22 17:48:52', '1', 'EXECUTED', '9:343141e2ff3fe8a7a52cb2c4e67784fd', 'createTable tableName=member', '', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('1', 'paul', 'db/migrations/0002_orders.xml', '2026-11-22 17:48:52', '2', 'EXECUTED', '9:0959fdc05a8a8e2c8859a2f6fdca0da8', 'createTable tableName=book_order; createIndex indexName=ix_book_order_member, tableName=book_order', '', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('1', 'paul', 'db/migrations/0003_house_account.xml', '2026-11-22 17:48:52', '3', 'EXECUTED', '9:9572c5a6590c1317f036d71381b55940', 'customChange', 'The account that orders for the shop itself', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('audit-1', 'lockstile', 'dev/lockstile/auth/schema/v1/audit.xml', '2026-11-22 17:48:54', '9', 'EXECUTED', '9:53d67d776203487516998a0261f2bb93', 'createTable tableName=auth_audit; createIndex indexName=ix_auth_audit_user, tableName=auth_audit; createTable tableName=auth_audit_head; insert tableName=auth_audit_head', 'What happened, chained so that tampering shows', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('import_chunk-1', 'lockstile', 'dev/lockstile/auth/schema/v1/import.xml', '2026-11-22 17:48:54', '11', 'EXECUTED', '9:cd5089397f5eb790a13c46e650dac690', 'createTable tableName=auth_import_chunk; addPrimaryKey constraintName=pk_auth_import_chunk, tableName=auth_import_chunk', 'The parts of a run that are done: each commits with its rows', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('import_held-1', 'lockstile', 'dev/lockstile/auth/schema/v1/import.xml', '2026-11-22 17:48:54', '12', 'EXECUTED', '9:b7e329cc642ed3440ca61a49bf7e50a0', 'createTable tableName=auth_import_held; createIndex indexName=ix_auth_import_held_run, tableName=auth_import_held', 'Rows in quarantine; values in it are masked', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('import_run-1', 'lockstile', 'dev/lockstile/auth/schema/v1/import.xml', '2026-11-22 17:48:54', '10', 'EXECUTED', '9:e67f920aba7e5f44d5f4458ed0cce1d9', 'createTable tableName=auth_import_run', 'The runs of imports', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('outbox-1', 'lockstile', 'dev/lockstile/auth/schema/v1/messages.xml', '2026-11-22 17:48:54', '5', 'EXECUTED', '9:321c17063697456f63ea97128fee3299', 'createTable tableName=auth_outbox; createIndex indexName=ix_auth_outbox_due, tableName=auth_outbox; createIndex indexName=ix_auth_outbox_finished, tableName=auth_outbox', 'Messages on their way out', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('outbox-2', 'lockstile', 'dev/lockstile/auth/schema/v1/message-outcome.xml', '2026-11-22 17:48:54', '8', 'EXECUTED', '9:0916c11252d77392aba2e8fc82986b90', 'addColumn tableName=auth_outbox', 'How a message ended, and by whom it went', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('release-1', 'bookbarn', 'db/release-1.xml', '2026-11-22 17:48:52', '4', 'EXECUTED', '9:596b86850094232d9b3ab8501c2c2bed', 'tagDatabase', '', 'release-1', '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('release-2', 'bookbarn', 'db/release-2.xml', '2026-11-22 17:48:56', '48', 'EXECUTED', '9:9de4f0cff4d7d5f2c4bc397c80f044c9', 'tagDatabase', '', 'release-2', '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('release-3', 'bookbarn', 'db/release-3.xml', '2026-11-22 17:48:58', '49', 'EXECUTED', '9:ace9989cd4f921385d74c17d1c3b59b3', 'tagDatabase', '', 'release-3', '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('throttle-1', 'lockstile', 'dev/lockstile/auth/schema/v1/records.xml', '2026-11-22 17:48:54', '6', 'EXECUTED', '9:ebe79bea48b6c50292ea3c1e91b9c365', 'createTable tableName=auth_throttle; createIndex indexName=ix_auth_throttle_window, tableName=auth_throttle', 'Counters that all nodes share', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('throttle-2', 'lockstile', 'dev/lockstile/auth/schema/v1/throttles.xml', '2026-11-22 17:48:54', '7', 'EXECUTED', '9:5f4eac58b3c4f575d70ce0d9b0e0eb45', 'addColumn tableName=auth_throttle', 'Until when a bucket is closed, whatever is free in it', NULL, '4.33.0', NULL, NULL, '5369656710');
CREATE TABLE `DATABASECHANGELOGLOCK` (
  `ID` int(11) NOT NULL,
  `LOCKED` tinyint(1) NOT NULL,
  `LOCKGRANTED` datetime DEFAULT NULL,
  `LOCKEDBY` varchar(255) DEFAULT NULL,
  PRIMARY KEY (`ID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
insert into `DATABASECHANGELOGLOCK` (ID, LOCKED, LOCKGRANTED, LOCKEDBY) values ('1', '0', NULL, NULL);
CREATE TABLE `email_log` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `created_at` datetime(6) NOT NULL,
  `modified_at` datetime(6) NOT NULL,
  `error_message` varchar(1000) DEFAULT NULL,
  `provider` varchar(255) NOT NULL,
  `status` varchar(10) NOT NULL,
  `template_name` varchar(100) DEFAULT NULL,
  `subject` varchar(255) NOT NULL,
  `text_body` text NOT NULL,
  `to_email` varchar(254) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=2 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
insert into `email_log` (id, created_at, modified_at, error_message, provider, status, template_name, subject, text_body, to_email) values ('1', '2026-11-22 17:48:59.002537', '2026-11-22 17:48:59.002537', NULL, 'recording', 'SENT', 'LOGIN_CODE', 'Your Bookbarn code', 'Hello,

Your code for Bookbarn is:

••••••

It expires in 5 minutes. Do not share it with anyone: Bookbarn will never ask you for it.

If you did not ask for it, you can ignore this message.
', 'dora@example.org');
CREATE TABLE `legacy_link` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `created_at` datetime(6) NOT NULL,
  `modified_at` datetime(6) NOT NULL,
  `entity` varchar(60) NOT NULL,
  `fingerprint` varchar(64) NOT NULL,
  `legacy_id` varchar(255) NOT NULL,
  `link_key` varchar(64) NOT NULL,
  `local_modified_at` datetime(6) DEFAULT NULL,
  `local_ref` varchar(64) DEFAULT NULL,
  `run_id` varchar(64) NOT NULL,
  `source_system` varchar(60) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_legacy_link_link_key` (`link_key`)
) ENGINE=InnoDB AUTO_INCREMENT=11 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
insert into `legacy_link` (id, created_at, modified_at, entity, fingerprint, legacy_id, link_key, local_modified_at, local_ref, run_id, source_system) values ('1', '2026-11-22 17:48:58.516861', '2026-11-22 17:48:58.516861', 'users', 'fGl52XMjatVioDQpFH30Z6cft0D0m2P0ZNmSONJ_GJA', '1', 'zhWuugVbX9s9i-_OjkdbZ0VIOXJ04DKXXzT3KA54kss', NULL, '1', '20261122T174858.516861-f35a0599', 'bookbarn');
insert into `legacy_link` (id, created_at, modified_at, entity, fingerprint, legacy_id, link_key, local_modified_at, local_ref, run_id, source_system) values ('10', '2026-11-22 17:48:58.516861', '2026-11-22 17:48:58.516861', 'added_profiles', '4-h0eDRYmscPe-Of3jwU1p8gK49KST7PXnfrXaYZAVc', 'users:5', 'KlXG905NYxUT_4vaOJ34vXWAHE4rDnGVb_Zv7npLu4s', '2023-11-11 11:11:11.000000', '5', '20261122T174858.516861-f35a0599', 'bookbarn');
insert into `legacy_link` (id, created_at, modified_at, entity, fingerprint, legacy_id, link_key, local_modified_at, local_ref, run_id, source_system) values ('2', '2026-11-22 17:48:58.516861', '2026-11-22 17:48:58.516861', 'users', 'LPq91H7AFFXNKIx3sxDwBI6P38_CVWBwZ9lQbw55b-c', '2', 'QFzbVJXtdkAj99PAIxuKDIa8JPJgNvsHrWXrUC7Rc1k', NULL, '2', '20261122T174858.516861-f35a0599', 'bookbarn');
insert into `legacy_link` (id, created_at, modified_at, entity, fingerprint, legacy_id, link_key, local_modified_at, local_ref, run_id, source_system) values ('3', '2026-11-22 17:48:58.516861', '2026-11-22 17:48:58.516861', 'users', 'UhSo1FfKapLG0WwNiGOz-__v9p42zBsCO10V49sC_3U', '3', 'AwLlhZcJFCINGlGluxklkNYkx2FrR_x-ZrOB-__OG3c', NULL, '3', '20261122T174858.516861-f35a0599', 'bookbarn');
insert into `legacy_link` (id, created_at, modified_at, entity, fingerprint, legacy_id, link_key, local_modified_at, local_ref, run_id, source_system) values ('4', '2026-11-22 17:48:58.516861', '2026-11-22 17:48:58.516861', 'users', 'gT9Apvq1HwwJBpYXHUC7HeOkY54dHSoulZnpAQCT_Sg', '4', 'FPBoolKWP4yQjworVo1Z5WMRS0D-3Gfs1q2Q6LTmiyw', NULL, '4', '20261122T174858.516861-f35a0599', 'bookbarn');
insert into `legacy_link` (id, created_at, modified_at, entity, fingerprint, legacy_id, link_key, local_modified_at, local_ref, run_id, source_system) values ('5', '2026-11-22 17:48:58.516861', '2026-11-22 17:48:58.516861', 'users', '4-h0eDRYmscPe-Of3jwU1p8gK49KST7PXnfrXaYZAVc', '5', 'eTZMjTJb1ao4370YpJFbr1DTAvRSM8hrnwE5c5zlQpo', NULL, '5', '20261122T174858.516861-f35a0599', 'bookbarn');
insert into `legacy_link` (id, created_at, modified_at, entity, fingerprint, legacy_id, link_key, local_modified_at, local_ref, run_id, source_system) values ('6', '2026-11-22 17:48:58.516861', '2026-11-22 17:48:58.516861', 'added_profiles', 'fGl52XMjatVioDQpFH30Z6cft0D0m2P0ZNmSONJ_GJA', 'users:1', 'b1WEVm8PI8_6JCXIpomkzPWZ8zX_3U1akiKC_9VDx3g', '2019-03-01 08:00:00.000000', '1', '20261122T174858.516861-f35a0599', 'bookbarn');
insert into `legacy_link` (id, created_at, modified_at, entity, fingerprint, legacy_id, link_key, local_modified_at, local_ref, run_id, source_system) values ('7', '2026-11-22 17:48:58.516861', '2026-11-22 17:48:58.516861', 'added_profiles', 'LPq91H7AFFXNKIx3sxDwBI6P38_CVWBwZ9lQbw55b-c', 'users:2', 'N18Wrr21q_lDL-TACG-Plry3hr0r2botqLBXqsvCdwQ', '2019-04-02 10:15:00.000000', '2', '20261122T174858.516861-f35a0599', 'bookbarn');
insert into `legacy_link` (id, created_at, modified_at, entity, fingerprint, legacy_id, link_key, local_modified_at, local_ref, run_id, source_system) values ('8', '2026-11-22 17:48:58.516861', '2026-11-22 17:48:58.516861', 'added_profiles', 'UhSo1FfKapLG0WwNiGOz-__v9p42zBsCO10V49sC_3U', 'users:3', 'gQK5MxNx5KEOSSL1gJmhnKB4J1vQk2qarVLerT0UlVE', '2020-01-09 18:40:00.000000', '3', '20261122T174858.516861-f35a0599', 'bookbarn');
insert into `legacy_link` (id, created_at, modified_at, entity, fingerprint, legacy_id, link_key, local_modified_at, local_ref, run_id, source_system) values ('9', '2026-11-22 17:48:58.516861', '2026-11-22 17:48:58.516861', 'added_profiles', 'gT9Apvq1HwwJBpYXHUC7HeOkY54dHSoulZnpAQCT_Sg', 'users:4', '3LQYoDfoDou4CtDP-tylpHrpbCDxxGwAxvd48hDSkCs', '2021-06-30 07:00:00.000000', '4', '20261122T174858.516861-f35a0599', 'bookbarn');
CREATE TABLE `member` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `email` varchar(254) DEFAULT NULL,
  `password` varchar(100) DEFAULT NULL,
  `full_name` varchar(120) DEFAULT NULL,
  `active` tinyint(1) NOT NULL DEFAULT 1,
  `joined` datetime(6) NOT NULL,
  `created_at` datetime(6) NOT NULL DEFAULT current_timestamp(6),
  `modified_at` datetime(6) NOT NULL DEFAULT current_timestamp(6),
  `deleted_at` datetime(6) DEFAULT NULL,
  `deleted_by_cascade` tinyint(1) NOT NULL DEFAULT 0,
  `email_key` varchar(64) DEFAULT NULL,
  `email_verified_at` datetime(6) DEFAULT NULL,
  `last_login_at` datetime(6) DEFAULT NULL,
  `password_changed_at` datetime(6) DEFAULT NULL,
  `password_hash` varchar(512) DEFAULT NULL,
  `phone` varchar(32) DEFAULT NULL,
  `phone_key` varchar(64) DEFAULT NULL,
  `phone_verified_at` datetime(6) DEFAULT NULL,
  `settings` text NOT NULL DEFAULT '{}',
  `is_staff` tinyint(1) NOT NULL DEFAULT 0,
  `is_superuser` tinyint(1) NOT NULL DEFAULT 0,
  `terms_accepted_at` datetime(6) DEFAULT NULL,
  `username` varchar(150) DEFAULT NULL,
  `username_key` varchar(64) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_member_email` (`email`),
  UNIQUE KEY `uq_member_email_key` (`email_key`),
  UNIQUE KEY `uq_member_phone_key` (`phone_key`),
  UNIQUE KEY `uq_member_username_key` (`username_key`)
) ENGINE=InnoDB AUTO_INCREMENT=6 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
insert into `member` (id, email, password, full_name, active, joined, created_at, modified_at, deleted_at, deleted_by_cascade, email_key, email_verified_at, last_login_at, password_changed_at, password_hash, phone, phone_key, phone_verified_at, settings, is_staff, is_superuser, terms_accepted_at, username, username_key) values ('1', 'orders@bookbarn.example', NULL, 'Bookbarn', '1', '2019-03-01 08:00:00.000000', '2026-11-22 17:48:55.418351', '2026-11-22 17:48:55.423938', NULL, '0', 'EK8kiCE9r3zIJ9Pgm1KRmwhs5KMMkbfuSn1yPF2rgK-g', '2019-03-01 08:00:00.000000', NULL, NULL, NULL, NULL, NULL, NULL, '{}', '0', '0', NULL, NULL, NULL);
insert into `member` (id, email, password, full_name, active, joined, created_at, modified_at, deleted_at, deleted_by_cascade, email_key, email_verified_at, last_login_at, password_changed_at, password_hash, phone, phone_key, phone_verified_at, settings, is_staff, is_superuser, terms_accepted_at, username, username_key) values ('2', 'ana@example.org', '$2a$04$.OC/.OC/.OC/.OC/.OC/.Ono74IXvRTQ0xw7MItRViLW9C50LES8e', 'Ana Luz', '1', '2019-04-02 10:15:00.000000', '2026-11-22 17:48:55.418351', '2026-11-22 17:48:58.707467', NULL, '0', 'E_C4d14OAkcog2lzULGsSSoVDczQ6-ucHPAxiJgTVobc', '2019-04-02 10:15:00.000000', '2026-11-22 17:48:58.707467', NULL, '$argon2id$v=19$m=64,t=1,p=1$iS40+D/kpoam5ggMWFiT+A$Nz5I/E1A7ddNe6DgIDMzGvh0rNDljY87M0KaB8GYKEU', NULL, NULL, NULL, '{}', '0', '0', NULL, NULL, NULL);
insert into `member` (id, email, password, full_name, active, joined, created_at, modified_at, deleted_at, deleted_by_cascade, email_key, email_verified_at, last_login_at, password_changed_at, password_hash, phone, phone_key, phone_verified_at, settings, is_staff, is_superuser, terms_accepted_at, username, username_key) values ('3', 'Bert@Example.org', '$2a$04$.eGA.eGA.eGA.eGA.eGA.etan2wJZ4QwKB57jRHnuEKKYG5CGApgq', 'Bert', '1', '2020-01-09 18:40:00.000000', '2026-11-22 17:48:55.418351', '2026-11-22 17:48:55.423938', NULL, '0', 'ETsGcev0RBuN8IYnhU1u8HG44TSDOTaeXejDAxPzV-30', '2020-01-09 18:40:00.000000', NULL, NULL, '$2a$04$.eGA.eGA.eGA.eGA.eGA.etan2wJZ4QwKB57jRHnuEKKYG5CGApgq', NULL, NULL, NULL, '{}', '0', '0', NULL, NULL, NULL);
insert into `member` (id, email, password, full_name, active, joined, created_at, modified_at, deleted_at, deleted_by_cascade, email_key, email_verified_at, last_login_at, password_changed_at, password_hash, phone, phone_key, phone_verified_at, settings, is_staff, is_superuser, terms_accepted_at, username, username_key) values ('4', 'carla@example.org', '$2a$04$.uKB.uKB.uKB.uKB.uKB.ueyYPE1zy3JORpmmyY3sutK1.7LdfaLq', 'Carla Mol', '0', '2021-06-30 07:00:00.000000', '2026-11-22 17:48:55.418351', '2026-11-22 17:48:55.423938', NULL, '0', 'ExDobUOkO06lLLFPuYyA6njSRB-YUuycDPwebO5Q5mYA', '2021-06-30 07:00:00.000000', NULL, NULL, '$2a$04$.uKB.uKB.uKB.uKB.uKB.ueyYPE1zy3JORpmmyY3sutK1.7LdfaLq', NULL, NULL, NULL, '{}', '0', '0', NULL, NULL, NULL);
insert into `member` (id, email, password, full_name, active, joined, created_at, modified_at, deleted_at, deleted_by_cascade, email_key, email_verified_at, last_login_at, password_changed_at, password_hash, phone, phone_key, phone_verified_at, settings, is_staff, is_superuser, terms_accepted_at, username, username_key) values ('5', 'dora@example.org', NULL, 'Dora Vey', '1', '2023-11-11 11:11:11.000000', '2026-11-22 17:48:55.418351', '2026-11-22 17:48:59.010628', NULL, '0', 'ErwQ0SH1WAV5I9MhLEdJAyIjlNlHmHkppN9SqYrUVQeY', '2023-11-11 11:11:11.000000', '2026-11-22 17:48:59.010628', NULL, NULL, NULL, NULL, NULL, '{}', '0', '0', NULL, NULL, NULL);
CREATE TABLE `member_code` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `created_at` datetime(6) NOT NULL,
  `modified_at` datetime(6) NOT NULL,
  `deleted_at` datetime(6) DEFAULT NULL,
  `deleted_by_cascade` tinyint(1) NOT NULL,
  `attempts` int(11) NOT NULL,
  `challenge_id` varchar(64) NOT NULL,
  `channel` varchar(10) NOT NULL,
  `code_digest` varchar(120) NOT NULL,
  `email` varchar(254) DEFAULT NULL,
  `ended_at` datetime(6) DEFAULT NULL,
  `last_sent_at` datetime(6) NOT NULL,
  `live_key` varchar(80) DEFAULT NULL,
  `max_attempts` int(11) NOT NULL,
  `phone` varchar(32) DEFAULT NULL,
  `purpose` varchar(30) NOT NULL,
  `recipient_key` varchar(64) NOT NULL,
  `used_at` datetime(6) DEFAULT NULL,
  `user_ref` varchar(64) DEFAULT NULL,
  `valid_until` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_member_code_challenge_id` (`challenge_id`),
  UNIQUE KEY `uq_member_code_live_key` (`live_key`)
) ENGINE=InnoDB AUTO_INCREMENT=2 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
insert into `member_code` (id, created_at, modified_at, deleted_at, deleted_by_cascade, attempts, challenge_id, channel, code_digest, email, ended_at, last_sent_at, live_key, max_attempts, phone, purpose, recipient_key, used_at, user_ref, valid_until) values ('1', '2026-11-22 17:48:58.929163', '2026-11-22 17:48:59.010628', NULL, '0', '1', 'DNA2N82Vrcb6G87TIjzvJQ', 'EMAIL', 'DAqWqPUOuQ48NAMPQinPH35ergxPj2zP7rIEjfntvuQ', 'dora@example.org', NULL, '2026-11-22 17:48:58.929163', NULL, '5', NULL, 'LOGIN', 'ErwQ0SH1WAV5I9MhLEdJAyIjlNlHmHkppN9SqYrUVQeY', '2026-11-22 17:48:59.010628', '5', '2026-11-22 17:53:58.929163');
CREATE TABLE `member_device` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `created_at` datetime(6) NOT NULL,
  `modified_at` datetime(6) NOT NULL,
  `deleted_at` datetime(6) DEFAULT NULL,
  `deleted_by_cascade` tinyint(1) NOT NULL,
  `linked_at` datetime(6) NOT NULL,
  `name` varchar(250) DEFAULT NULL,
  `notification_token` varchar(500) DEFAULT NULL,
  `platform` varchar(250) DEFAULT NULL,
  `token` varchar(250) DEFAULT NULL,
  `user_id` bigint(20) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `ix_member_device_user_id` (`user_id`),
  CONSTRAINT `fk_member_device_user_id` FOREIGN KEY (`user_id`) REFERENCES `member` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
CREATE TABLE `member_profile` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `created_at` datetime(6) NOT NULL,
  `modified_at` datetime(6) NOT NULL,
  `deleted_at` datetime(6) DEFAULT NULL,
  `deleted_by_cascade` tinyint(1) NOT NULL,
  `birthday` date DEFAULT NULL,
  `first_name` varchar(100) DEFAULT NULL,
  `gender` varchar(50) DEFAULT NULL,
  `last_name_1` varchar(150) DEFAULT NULL,
  `last_name_2` varchar(150) DEFAULT NULL,
  `is_active` tinyint(1) NOT NULL,
  `is_default` tinyint(1) NOT NULL,
  `label` varchar(80) NOT NULL,
  `picture` varchar(500) DEFAULT NULL,
  `role` varchar(30) NOT NULL,
  `settings` text NOT NULL,
  `user_id` bigint(20) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `ix_member_profile_user_id` (`user_id`),
  CONSTRAINT `fk_member_profile_user_id` FOREIGN KEY (`user_id`) REFERENCES `member` (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=6 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
insert into `member_profile` (id, created_at, modified_at, deleted_at, deleted_by_cascade, birthday, first_name, gender, last_name_1, last_name_2, is_active, is_default, label, picture, role, settings, user_id) values ('1', '2019-03-01 08:00:00.000000', '2019-03-01 08:00:00.000000', NULL, '0', NULL, 'Bookbarn', NULL, NULL, NULL, '1', '1', '', NULL, 'USER', '{}', '1');
insert into `member_profile` (id, created_at, modified_at, deleted_at, deleted_by_cascade, birthday, first_name, gender, last_name_1, last_name_2, is_active, is_default, label, picture, role, settings, user_id) values ('2', '2019-04-02 10:15:00.000000', '2019-04-02 10:15:00.000000', NULL, '0', NULL, 'Ana', NULL, 'Luz', NULL, '1', '1', '', NULL, 'USER', '{}', '2');
insert into `member_profile` (id, created_at, modified_at, deleted_at, deleted_by_cascade, birthday, first_name, gender, last_name_1, last_name_2, is_active, is_default, label, picture, role, settings, user_id) values ('3', '2020-01-09 18:40:00.000000', '2020-01-09 18:40:00.000000', NULL, '0', NULL, 'Bert', NULL, NULL, NULL, '1', '1', '', NULL, 'USER', '{}', '3');
insert into `member_profile` (id, created_at, modified_at, deleted_at, deleted_by_cascade, birthday, first_name, gender, last_name_1, last_name_2, is_active, is_default, label, picture, role, settings, user_id) values ('4', '2021-06-30 07:00:00.000000', '2021-06-30 07:00:00.000000', NULL, '0', NULL, 'Carla', NULL, 'Mol', NULL, '1', '1', '', NULL, 'USER', '{}', '4');
insert into `member_profile` (id, created_at, modified_at, deleted_at, deleted_by_cascade, birthday, first_name, gender, last_name_1, last_name_2, is_active, is_default, label, picture, role, settings, user_id) values ('5', '2023-11-11 11:11:11.000000', '2023-11-11 11:11:11.000000', NULL, '0', NULL, 'Dora', NULL, 'Vey', NULL, '1', '1', '', NULL, 'USER', '{}', '5');
CREATE TABLE `member_session` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `created_at` datetime(6) NOT NULL,
  `modified_at` datetime(6) NOT NULL,
  `absolute_until` datetime(6) NOT NULL,
  `auth_time` datetime(6) NOT NULL,
  `client` varchar(10) NOT NULL,
  `device_label` varchar(250) DEFAULT NULL,
  `device_ref` varchar(64) DEFAULT NULL,
  `end_reason` varchar(20) DEFAULT NULL,
  `ended_at` datetime(6) DEFAULT NULL,
  `generation` int(11) NOT NULL,
  `idle_until` datetime(6) NOT NULL,
  `last_used_at` datetime(6) NOT NULL,
  `profile_ref` varchar(64) NOT NULL,
  `remote_address` varchar(64) DEFAULT NULL,
  `session_id` varchar(64) NOT NULL,
  `token_digest` varchar(64) NOT NULL,
  `user_id` bigint(20) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_member_session_session_id` (`session_id`),
  KEY `ix_member_session_user_id` (`user_id`),
  CONSTRAINT `fk_member_session_user_id` FOREIGN KEY (`user_id`) REFERENCES `member` (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=3 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
insert into `member_session` (id, created_at, modified_at, absolute_until, auth_time, client, device_label, device_ref, end_reason, ended_at, generation, idle_until, last_used_at, profile_ref, remote_address, session_id, token_digest, user_id) values ('1', '2026-11-22 17:48:58.707467', '2026-11-22 17:48:58.707467', '2026-12-22 17:48:58.707467', '2026-11-22 17:48:58.707467', 'WEB', 'Java-http-client/17.0.15', NULL, NULL, NULL, '0', '2026-11-23 17:48:58.707467', '2026-11-22 17:48:58.707467', '2', '127.0.0.1', 'PkHDJAiuyEF_IMYdj8XXxQ', 'aRRmM5bBiUG1g0g9vH2zMVWYJyFA3GAAHbU-t_zAasM', '2');
insert into `member_session` (id, created_at, modified_at, absolute_until, auth_time, client, device_label, device_ref, end_reason, ended_at, generation, idle_until, last_used_at, profile_ref, remote_address, session_id, token_digest, user_id) values ('2', '2026-11-22 17:48:59.010628', '2026-11-22 17:48:59.010628', '2026-12-22 17:48:59.010628', '2026-11-22 17:48:59.010628', 'WEB', 'Java-http-client/17.0.15', NULL, NULL, NULL, '0', '2026-11-23 17:48:59.010628', '2026-11-22 17:48:59.010628', '5', '127.0.0.1', 'WfEGZDxWIitsJKK4wo6B8Q', 'dm_6DuOJ853yxBKcVJJmtn0F-HIDAFqu8C4L86zlrtk', '5');
CREATE TABLE `member_social_account` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `created_at` datetime(6) NOT NULL,
  `modified_at` datetime(6) NOT NULL,
  `deleted_at` datetime(6) DEFAULT NULL,
  `deleted_by_cascade` tinyint(1) NOT NULL,
  `email` varchar(254) DEFAULT NULL,
  `email_verified` tinyint(1) NOT NULL,
  `last_login_at` datetime(6) DEFAULT NULL,
  `picture_url` varchar(1000) DEFAULT NULL,
  `provider` varchar(30) NOT NULL,
  `provider_user_id` varchar(255) NOT NULL,
  `user_id` bigint(20) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `ix_member_social_account_user_id` (`user_id`),
  CONSTRAINT `fk_member_social_account_user_id` FOREIGN KEY (`user_id`) REFERENCES `member` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
CREATE TABLE `sms_log` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `created_at` datetime(6) NOT NULL,
  `modified_at` datetime(6) NOT NULL,
  `error_message` varchar(1000) DEFAULT NULL,
  `provider` varchar(255) NOT NULL,
  `status` varchar(10) NOT NULL,
  `template_name` varchar(100) DEFAULT NULL,
  `message` varchar(2000) NOT NULL,
  `phone` varchar(32) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
set foreign_key_checks = 1;
