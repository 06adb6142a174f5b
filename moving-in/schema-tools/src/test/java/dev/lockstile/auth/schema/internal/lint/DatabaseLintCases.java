package dev.lockstile.auth.schema.internal.lint;

import static dev.lockstile.auth.schema.internal.lint.LintCase.my;
import static dev.lockstile.auth.schema.internal.lint.LintCase.pg;
import static dev.lockstile.auth.schema.internal.lint.LintChange.add;
import static dev.lockstile.auth.schema.internal.lint.LintChange.addColumn;
import static dev.lockstile.auth.schema.internal.lint.LintChange.fill;
import static dev.lockstile.auth.schema.internal.lint.LintChange.foreignKey;
import static dev.lockstile.auth.schema.internal.lint.LintChange.index;
import static dev.lockstile.auth.schema.internal.lint.LintChange.notNull;
import static dev.lockstile.auth.schema.internal.lint.LintChange.out;
import static dev.lockstile.auth.schema.internal.lint.LintChange.retype;
import static dev.lockstile.auth.schema.internal.lint.LintChange.set;
import static dev.lockstile.auth.schema.internal.lint.LintChange.sqlOf;
import static dev.lockstile.auth.schema.internal.lint.LintChange.tx;

import dev.lockstile.auth.schema.lint.LintRule;
import java.util.List;

/** Rules about what one database does to a live table. */
final class DatabaseLintCases {

    private static final String ONLINE =
            "<modifySql dbms=\"mysql,mariadb\"><append value=\", ALGORITHM=INPLACE, LOCK=NONE\"/></modifySql>";

    private DatabaseLintCases() {}

    static List<LintCase> postgres() {
        return List.of(
                pg(
                        LintRule.S1,
                        tx("set lock_timeout = '60s'") + add("note", "text"),
                        set(
                                sqlOf("set lock_timeout = '2s'")
                                        + "<addColumn tableName=\"member\"><column name=\"note\" type=\"text\"/></addColumn><rollback><dropColumn tableName=\"member\" columnName=\"note\"/></rollback>")),
                pg(
                        LintRule.S1,
                        tx("set lock_timeout = 0") + add("note", "text"),
                        tx("set lock_timeout = 5000") + add("note", "text")),
                pg(
                        LintRule.S2,
                        set(addColumn("a", "text") + "<dropNotNullConstraint tableName=\"team\" columnName=\"id\"/>"),
                        set(addColumn("a", "text")) + set(addColumn("b", "text"))),
                pg(LintRule.S2, out("create index concurrently i on member (nick)"), index()),
                pg(
                        LintRule.S3,
                        set(
                                "<createIndex tableName=\"member\" indexName=\"ix_nick\"><column name=\"nick\"/></createIndex>"),
                        index()),
                pg(
                        LintRule.S3,
                        tx("create index concurrently if not exists ix_nick on member (nick)", "drop index ix_nick"),
                        index()),
                pg(
                        LintRule.S5,
                        set(
                                "<addColumn tableName=\"member\"><column name=\"ref\" type=\"uuid\" defaultValueComputed=\"gen_random_uuid()\"/></addColumn>"),
                        add("ref", "uuid")
                                + tx(
                                        "alter table member alter column ref set default gen_random_uuid()",
                                        "alter table member alter column ref drop default")),
                pg(
                        LintRule.S5,
                        set(
                                "<addColumn tableName=\"member\"><column name=\"no\" type=\"bigint\" autoIncrement=\"true\"/></addColumn>"),
                        set(
                                "<addColumn tableName=\"member\"><column name=\"since\" type=\"timestamp with time zone\" defaultValueComputed=\"now()\"/></addColumn>")),
                pg(
                        LintRule.S6,
                        set(
                                "<addNotNullConstraint tableName=\"member\" columnName=\"nick\" columnDataType=\"varchar(40)\"/>"),
                        notNull()),
                pg(
                        LintRule.S7,
                        set(foreignKey()),
                        tx(
                                        "alter table member add constraint fk_team foreign key (team_id) references team (id) not valid",
                                        "alter table member drop constraint fk_team")
                                + tx("alter table member validate constraint fk_team", "select 1")),
                pg(
                        LintRule.S7,
                        tx(
                                "alter table member add constraint c check (age > 0)",
                                "alter table member drop constraint c"),
                        tx(
                                "alter table member add constraint c check (age > 0) not valid",
                                "alter table member drop constraint c")),
                pg(
                        LintRule.S8,
                        set(
                                "<addUniqueConstraint tableName=\"member\" columnNames=\"nick\" constraintName=\"uq_nick\"/>"),
                        out(
                                        "create unique index concurrently if not exists uq_nick on member (nick)",
                                        "drop index concurrently if exists uq_nick")
                                + tx(
                                        "alter table member add constraint uq_nick unique using index uq_nick",
                                        "alter table member drop constraint uq_nick")),
                pg(LintRule.S9, retype("age", "bigint"), retype("nick", "varchar(80)")),
                pg(LintRule.S9, retype("nick", "varchar(20)"), retype("nick", "text")),
                pg(
                        LintRule.S24,
                        tx("alter type mood add value 'glad'; insert into team values (1)", "select 1"),
                        out("alter type mood add value if not exists 'glad'", "select 1")),
                pg(
                        LintRule.S16,
                        out("do $$ begin update member set age = 0 where age is null; end $$", "select 1"),
                        fill()));
    }

    static List<LintCase> mysql() {
        return List.of(
                my(LintRule.S10, add("note", "varchar(70)"), set(addColumn("note", "varchar(70)") + ONLINE)),
                my(LintRule.S11, retype("nick", "varchar(80)", ONLINE), retype("nick", "varchar(60)", ONLINE)),
                my(
                        LintRule.S12,
                        set(
                                "<addColumn tableName=\"member\"><column name=\"ref\" type=\"varchar(36)\" defaultValueComputed=\"(uuid())\"/></addColumn>"
                                        + ONLINE),
                        set(
                                "<addColumn tableName=\"member\"><column name=\"ref\" type=\"varchar(36)\" defaultValue=\"none\"/></addColumn>"
                                        + ONLINE)),
                my(
                        LintRule.S24,
                        set(addColumn("a", "int")
                                + "<insert tableName=\"team\"><column name=\"id\" valueNumeric=\"1\"/></insert>"
                                + ONLINE),
                        set(addColumn("a", "int") + ONLINE)));
    }
}
