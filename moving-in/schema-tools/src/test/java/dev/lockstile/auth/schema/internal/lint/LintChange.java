package dev.lockstile.auth.schema.internal.lint;

/** Change sets as a host writes them; their ids come with {@link LintCase#numbered}. */
final class LintChange {

    private LintChange() {}

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

    static String retype(String column, String type) {
        return retype(column, type, "");
    }

    static String retype(String column, String type, String more) {
        return set("<modifyDataType tableName=\"member\" columnName=\"" + column + "\" newDataType=\"" + type
                + "\"/><rollback>select 1</rollback>" + more);
    }

    static String foreignKey() {
        return "<addForeignKeyConstraint constraintName=\"fk_team\" baseTableName=\"member\" baseColumnNames=\"team_id\""
                + " referencedTableName=\"team\" referencedColumnNames=\"id\"/>";
    }

    static String table(String column) {
        return set("<createTable tableName=\"fresh\">" + column + "</createTable>");
    }

    static String add(String name, String type) {
        return set(addColumn(name, type));
    }

    static String addColumn(String name, String type) {
        return "<addColumn tableName=\"member\"><column name=\"" + name + "\" type=\"" + type + "\"/></addColumn>";
    }

    static String tx(String sql) {
        return tx(sql, "select 1");
    }

    static String tx(String sql, String back) {
        return set(sqlOf(sql) + "<rollback>" + escaped(back) + "</rollback>");
    }

    static String out(String sql) {
        return out(sql, "select 1");
    }

    static String out(String sql, String back) {
        return set(" runInTransaction=\"false\"", sqlOf(sql) + "<rollback>" + escaped(back) + "</rollback>");
    }

    static String sqlOf(String sql) {
        boolean one = sql.startsWith("do ");
        return "<sql" + (one ? " splitStatements=\"false\"" : "") + ">" + escaped(sql) + "</sql>";
    }

    static String escaped(String sql) {
        return sql.replace("&", "&amp;").replace("<", "&lt;");
    }

    static String set(String body) {
        return set("", body);
    }

    static String set(String attributes, String body) {
        return "<changeSet id=\"%d\" author=\"host\"" + attributes + ">" + body + "</changeSet>\n";
    }
}
