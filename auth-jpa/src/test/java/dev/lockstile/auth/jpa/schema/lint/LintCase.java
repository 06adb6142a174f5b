package dev.lockstile.auth.jpa.schema.lint;

import java.util.ArrayList;
import java.util.List;

/** A rule, a migration that breaks it and the recipe that does not, on one database. */
record LintCase(LintRule rule, LintDatabase database, String bad, String good) {

    /** What both come after. */
    static final String BASE = """
            <changeSet id="base" author="host">
                <createTable tableName="member">
                    <column name="id" type="bigint"><constraints primaryKey="true" nullable="false"/></column>
                    <column name="nick" type="varchar(40)"/>
                    <column name="age" type="int"/>
                    <column name="team_id" type="bigint"/>
                </createTable>
                <createTable tableName="team">
                    <column name="id" type="bigint"><constraints primaryKey="true" nullable="false"/></column>
                </createTable>
            </changeSet>
            """;

    private static final LintDatabase PG = LintDatabase.POSTGRESQL;
    private static final LintDatabase MY = LintDatabase.MARIADB;
    private static final String ONLINE =
            "<modifySql dbms=\"mysql,mariadb\"><append value=\", ALGORITHM=INPLACE, LOCK=NONE\"/></modifySql>";

    static List<LintCase> all() {
        List<LintCase> cases = new ArrayList<>();
        cases.addAll(postgres());
        cases.addAll(mysql());
        cases.addAll(everywhere());
        return cases;
    }

    private static List<LintCase> postgres() {
        return List.of(
                pg(
                        LintRule.S1,
                        tx("set lock_timeout = '60s'") + add("note", "text"),
                        set(
                                sqlOf("set lock_timeout = '2s'")
                                        + "<addColumn tableName=\"member\"><column name=\"note\" type=\"text\"/></addColumn><rollback><dropColumn tableName=\"member\" columnName=\"note\"/></rollback>")),
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

    private static List<LintCase> mysql() {
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

    private static List<LintCase> everywhere() {
        String reason = "<comment>unused-since: 2.3; signed-off-by: Ana</comment>";
        String drop = "<dropColumn tableName=\"member\" columnName=\"nick\"/><rollback>"
                + addColumn("nick", "varchar(40)") + "</rollback>";
        return List.of(
                pg(
                        LintRule.S13,
                        set(
                                "<renameColumn tableName=\"member\" oldColumnName=\"nick\" newColumnName=\"alias\" columnDataType=\"varchar(40)\"/>"),
                        add("alias", "varchar(40)")),
                pg(
                        LintRule.S14,
                        set(" labels=\"contract\"", "<comment>signed-off-by: Ana</comment>" + drop),
                        set(" labels=\"contract\"", reason + drop)),
                pg(
                        LintRule.S15,
                        set(
                                        " labels=\"contract\"",
                                        "<comment>unused-since: 2.3; signed-off-by: Ana</comment>"
                                                + "<dropColumn tableName=\"team\" columnName=\"kept\"/><rollback/>")
                                .replace(
                                        "<rollback/>",
                                        "<rollback>" + addColumn("kept", "int").replace("member", "team")
                                                + "</rollback>"),
                        set(" labels=\"contract\"", reason + drop)),
                pg(
                        LintRule.S16,
                        set(
                                "<update tableName=\"member\"><column name=\"age\" valueNumeric=\"0\"/></update><rollback>select 1</rollback>"),
                        fill()),
                pg(LintRule.S17, set(" runOnChange=\"true\"", addColumn("note", "text")), add("note", "text")),
                pg(
                        LintRule.S17,
                        set("<validCheckSum>9:0</validCheckSum>" + addColumn("note", "text")),
                        add("note", "text")),
                pg(
                        LintRule.S18,
                        set(
                                "<preConditions onFail=\"MARK_RAN\"><customPrecondition className=\"dev.lockstile.auth.jpa.schema.lint.LintCase$Fine\"/></preConditions>"
                                        + addColumn("note", "text")),
                        set(
                                "<preConditions onFail=\"HALT\"><customPrecondition className=\"dev.lockstile.auth.jpa.schema.lint.LintCase$Fine\"/></preConditions>"
                                        + addColumn("note", "text"))),
                pg(
                        LintRule.S20,
                        set("<comment>unused-since: 2.3</comment>" + drop),
                        set(" labels=\"contract\"", reason + drop)),
                pg(
                        LintRule.S21,
                        table("<column name=\"code_of_land\" type=\"char(2)\"/>"),
                        table("<column name=\"code_of_land\" type=\"varchar(2)\"/>")),
                pg(
                        LintRule.S21,
                        table("<column name=\"at\" type=\"timestamp\"/>"),
                        table("<column name=\"at\" type=\"timestamp with time zone\"/>")),
                pg(
                        LintRule.S21,
                        table("<column name=\"no\" type=\"int\"><constraints primaryKey=\"true\"/></column>"),
                        table("<column name=\"no\" type=\"bigint\"><constraints primaryKey=\"true\"/></column>")),
                pg(
                        LintRule.S21,
                        table("<column name=\"" + "x".repeat(64) + "\" type=\"int\"/>"),
                        table("<column name=\"" + "x".repeat(63) + "\" type=\"int\"/>")),
                pg(
                        LintRule.S22,
                        table("<column name=\"password\" type=\"varchar(128)\"/>"),
                        table("<column name=\"password\" type=\"varchar(255)\"/>")),
                pg(
                        LintRule.S22,
                        table("<column name=\"email\" type=\"varchar(100)\"/>"),
                        table("<column name=\"email\" type=\"varchar(254)\"/>")),
                pg(
                        LintRule.S22,
                        table("<column name=\"phone\" type=\"varchar(20)\"/>"),
                        table("<column name=\"phone\" type=\"varchar(20)\"/>")
                                + tx(
                                        "alter table fresh add constraint ck_phone check (phone ~ '^\\+[1-9]\\d{6,14}$') not valid",
                                        "alter table fresh drop constraint ck_phone")),
                pg(
                        LintRule.S23,
                        table("<column name=\"otp_code\" type=\"varchar(6)\"/>"),
                        table("<column name=\"otp_code_digest\" type=\"varchar(64)\"/>")),
                pg(
                        LintRule.S25,
                        set(sqlOf("create view v as select 1")),
                        set(sqlOf("create view v as select 1") + "<rollback>drop view v</rollback>")),
                pg(
                        LintRule.S25,
                        set(sqlOf("create view v as select 1") + "<rollback/>"),
                        set("<comment>no-rollback: nobody reads it</comment>" + sqlOf("create view v as select 1")
                                + "<rollback/>")),
                pg(
                        LintRule.S25,
                        set(addColumn("note", "text") + "<rollback>delete from member where note is null</rollback>"),
                        add("note", "text")));
    }

    /** A precondition class that is there. */
    public static final class Fine implements liquibase.precondition.CustomPrecondition {
        @Override
        public void check(liquibase.database.Database database) {}
    }

    /** The recipes one after the other, for a table with rows. */
    static String online() {
        return add("note", "text")
                + add("ref", "uuid")
                + tx(
                        "alter table member alter column ref set default gen_random_uuid()",
                        "alter table member alter column ref drop default")
                + index()
                + notNull()
                + tx(
                        "alter table member add constraint fk_team foreign key (team_id) references team (id) not valid",
                        "alter table member drop constraint fk_team")
                + tx("alter table member validate constraint fk_team", "select 1")
                + tx(
                        "alter table member add constraint c check (age >= 0) not valid",
                        "alter table member drop constraint c")
                + tx("alter table member validate constraint c", "select 1")
                + out(
                        "create unique index concurrently if not exists uq_nick on member (nick)",
                        "drop index concurrently if exists uq_nick")
                + tx(
                        "alter table member add constraint uq_nick unique using index uq_nick",
                        "alter table member drop constraint uq_nick")
                + retype("nick", "varchar(80)")
                + fill();
    }

    static String index() {
        return out(
                "create index concurrently if not exists ix_nick on member (nick)",
                "drop index concurrently if exists ix_nick");
    }

    static String fill() {
        return out(
                "do $$ begin loop update member set age = 0 where id in (select id from member where age is null limit 2000);"
                        + " exit when not found; commit; end loop; end $$",
                "select 1");
    }

    static String notNull() {
        return tx(
                        "alter table member add constraint ck_nick check (nick is not null) not valid",
                        "alter table member drop constraint ck_nick")
                + tx("alter table member validate constraint ck_nick", "select 1")
                + tx(
                        "alter table member alter column nick set not null",
                        "alter table member alter column nick drop not null")
                + tx("alter table member drop constraint ck_nick", "select 1");
    }

    private static String retype(String column, String type) {
        return retype(column, type, "");
    }

    private static String retype(String column, String type, String more) {
        return set("<modifyDataType tableName=\"member\" columnName=\"" + column + "\" newDataType=\"" + type
                + "\"/><rollback>select 1</rollback>" + more);
    }

    private static String foreignKey() {
        return "<addForeignKeyConstraint constraintName=\"fk_team\" baseTableName=\"member\" baseColumnNames=\"team_id\""
                + " referencedTableName=\"team\" referencedColumnNames=\"id\"/>";
    }

    private static String table(String column) {
        return set("<createTable tableName=\"fresh\">" + column + "</createTable>");
    }

    private static String add(String name, String type) {
        return set(addColumn(name, type));
    }

    private static String addColumn(String name, String type) {
        return "<addColumn tableName=\"member\"><column name=\"" + name + "\" type=\"" + type + "\"/></addColumn>";
    }

    private static String tx(String sql) {
        return tx(sql, "select 1");
    }

    static String tx(String sql, String back) {
        return set(sqlOf(sql) + "<rollback>" + escaped(back) + "</rollback>");
    }

    private static String out(String sql) {
        return out(sql, "select 1");
    }

    static String out(String sql, String back) {
        return set(" runInTransaction=\"false\"", sqlOf(sql) + "<rollback>" + escaped(back) + "</rollback>");
    }

    private static String sqlOf(String sql) {
        boolean one = sql.startsWith("do ");
        return "<sql" + (one ? " splitStatements=\"false\"" : "") + ">" + escaped(sql) + "</sql>";
    }

    private static String escaped(String sql) {
        return sql.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String set(String body) {
        return set("", body);
    }

    private static String set(String attributes, String body) {
        return "<changeSet id=\"%d\" author=\"host\"" + attributes + ">" + body + "</changeSet>\n";
    }

    private static LintCase pg(LintRule rule, String bad, String good) {
        return new LintCase(rule, PG, bad, good);
    }

    private static LintCase my(LintRule rule, String bad, String good) {
        return new LintCase(rule, MY, bad, good);
    }

    /** The changelog, with an id for each change set. */
    static String numbered(String body) {
        String text = body;
        for (int i = 1; text.contains("id=\"%d\""); i++) {
            text = text.replaceFirst("id=\"%d\"", "id=\"c" + i + "\"");
        }
        return BASE + text;
    }

    @Override
    public String toString() {
        return rule + " on " + database + ": " + bad.replaceAll("\\s+", " ");
    }
}
