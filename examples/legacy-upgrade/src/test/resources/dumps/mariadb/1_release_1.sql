set foreign_key_checks = 0;
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
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('1', 'paul', 'db/migrations/0001_members.xml', '2026-11-22 17:48:52', '1', 'EXECUTED', '9:343141e2ff3fe8a7a52cb2c4e67784fd', 'createTable tableName=member', '', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('1', 'paul', 'db/migrations/0002_orders.xml', '2026-11-22 17:48:52', '2', 'EXECUTED', '9:0959fdc05a8a8e2c8859a2f6fdca0da8', 'createTable tableName=book_order; createIndex indexName=ix_book_order_member, tableName=book_order', '', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('1', 'paul', 'db/migrations/0003_house_account.xml', '2026-11-22 17:48:52', '3', 'EXECUTED', '9:9572c5a6590c1317f036d71381b55940', 'customChange', 'The account that orders for the shop itself', NULL, '4.33.0', NULL, NULL, '5369656710');
insert into `DATABASECHANGELOG` (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID) values ('release-1', 'bookbarn', 'db/release-1.xml', '2026-11-22 17:48:52', '4', 'EXECUTED', '9:596b86850094232d9b3ab8501c2c2bed', 'tagDatabase', '', 'release-1', '4.33.0', NULL, NULL, '5369656710');
CREATE TABLE `DATABASECHANGELOGLOCK` (
  `ID` int(11) NOT NULL,
  `LOCKED` tinyint(1) NOT NULL,
  `LOCKGRANTED` datetime DEFAULT NULL,
  `LOCKEDBY` varchar(255) DEFAULT NULL,
  PRIMARY KEY (`ID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
insert into `DATABASECHANGELOGLOCK` (ID, LOCKED, LOCKGRANTED, LOCKEDBY) values ('1', '0', NULL, NULL);
CREATE TABLE `member` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `email` varchar(150) NOT NULL,
  `password` varchar(100) DEFAULT NULL,
  `full_name` varchar(120) DEFAULT NULL,
  `active` tinyint(1) NOT NULL DEFAULT 1,
  `joined` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_member_email` (`email`)
) ENGINE=InnoDB AUTO_INCREMENT=6 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
insert into `member` (id, email, password, full_name, active, joined) values ('1', 'orders@bookbarn.example', NULL, 'Bookbarn', '1', '2019-03-01 08:00:00.000000');
insert into `member` (id, email, password, full_name, active, joined) values ('2', 'ana@example.org', '$2a$04$.OC/.OC/.OC/.OC/.OC/.Ono74IXvRTQ0xw7MItRViLW9C50LES8e', 'Ana Luz', '1', '2019-04-02 10:15:00.000000');
insert into `member` (id, email, password, full_name, active, joined) values ('3', 'Bert@Example.org', '$2a$04$.eGA.eGA.eGA.eGA.eGA.etan2wJZ4QwKB57jRHnuEKKYG5CGApgq', 'Bert', '1', '2020-01-09 18:40:00.000000');
insert into `member` (id, email, password, full_name, active, joined) values ('4', 'carla@example.org', '$2a$04$.uKB.uKB.uKB.uKB.uKB.ueyYPE1zy3JORpmmyY3sutK1.7LdfaLq', 'Carla Mol', '0', '2021-06-30 07:00:00.000000');
insert into `member` (id, email, password, full_name, active, joined) values ('5', 'dora@example.org', NULL, 'Dora Vey', '1', '2023-11-11 11:11:11.000000');
set foreign_key_checks = 1;
