package dev.lockstile.auth.schema.history;

import static dev.lockstile.auth.schema.history.TamperedTree.MAIN;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An edit of a released history.
 *
 * @param caught whether {@code migrate} refuses it before the first statement; else it is harmless: every database ends
 *     with the same tables
 */
record Tampering(String what, boolean caught, UnaryOperator<TamperedTree> deed) {

    private static final String PEOPLE = "db/0001_people.xml";
    private static final String ORDERS = "db/0002_orders.xml";
    private static final String VIEWS = "db/0003_views.xml";
    private static final String NOTES = "db/0004_notes.xml";
    private static final String NEW = "<changeSet id=\"new\" author=\"cy\"><createTable tableName=\"extra\">"
            + "<column name=\"id\" type=\"bigint\"/></createTable></changeSet>";
    private static final String INCLUDE_PEOPLE = "<include file=\"db/0001_people.xml\"/>";
    private static final String INCLUDE_ORDERS = "<include file=\"db/0002_orders.xml\"/>";
    private static final String INCLUDE_VIEWS = "<include file=\"db/0003_views.xml\"/>";
    private static final String INCLUDE_NOTES = "<include file=\"db/0004_notes.xml\"/>";

    static List<Tampering> all() {
        return List.of(
                caught("edited: the type of a column", t -> t.replace(PEOPLE, "varchar(40)", "varchar(80)")),
                caught("edited: a rollback", t -> t.replace(PEOPLE, "<dropTable tableName=\"people\"/>", "")),
                caught(
                        "edited: a precondition",
                        t -> t.replace(
                                PEOPLE,
                                "<addColumn",
                                "<preConditions onFail=\"MARK_RAN\"><tableExists tableName=\"none\"/></preConditions><addColumn")),
                caught(
                        "edited: a file of SQL",
                        t -> t.text("db/notes.sql", "create table notes (id int primary key);")),
                caught(
                        "edited: with any checksum accepted",
                        t -> t.replace(
                                PEOPLE,
                                "<addColumn tableName=\"people\">",
                                "<validCheckSum>ANY</validCheckSum><addColumn tableName=\"people\">"
                                        + "<column name=\"more\" type=\"int\"/>")),
                caught("edited: the value of a property", t -> t.replace(MAIN, "varchar(40)", "varchar(10)")),
                caught(
                        "edited: another value put before it",
                        t -> t.replace(MAIN, "<property", "<property name=\"note.type\" value=\"int\"/><property")),
                caught(
                        "edited: a precondition of the whole file",
                        t -> t.replace(
                                ORDERS,
                                "<changeSet id=\"1\"",
                                "<preConditions onFail=\"WARN\"><tableExists tableName=\"none\"/></preConditions><changeSet id=\"1\"")),
                caught(
                        "edited: the quoting of a file",
                        t -> t.replace(
                                NOTES,
                                "logicalFilePath",
                                "objectQuotingStrategy=\"QUOTE_ALL_OBJECTS\" logicalFilePath")),
                harmless("edited: a comment", t -> t.replace(PEOPLE, "<addColumn", "<comment>why</comment><addColumn")),
                harmless("edited: the layout", t -> t.replace(PEOPLE, "<addColumn", "\n\n    <addColumn")),
                caught("edited: an id", t -> t.replace(PEOPLE, "id=\"2\"", "id=\"2b\"")),
                caught(
                        "edited: an author",
                        t -> t.replace(PEOPLE, "id=\"2\" author=\"ana\"", "id=\"2\" author=\"cy\"")),
                caught("edited: conflict marks left", t -> t.replace(ORDERS, "<sqlFile", "<<<<<<< HEAD\n<sqlFile")),
                caught("reordered: two change sets of a file", t -> t.reverse(PEOPLE)),
                caught("reordered: those that run again", t -> t.reverse(VIEWS)),
                caught(
                        "reordered: two includes",
                        t -> t.replace(MAIN, INCLUDE_PEOPLE, "x")
                                .replace(MAIN, INCLUDE_ORDERS, INCLUDE_PEOPLE)
                                .replace(MAIN, "x\n", INCLUDE_ORDERS + "\n")),
                caught(
                        "reordered: the last include first",
                        t -> t.replace(MAIN, INCLUDE_NOTES, "")
                                .replace(MAIN, INCLUDE_PEOPLE, INCLUDE_NOTES + INCLUDE_PEOPLE)),
                caught(
                        "reordered: an include behind a change set",
                        t -> t.replace(MAIN, INCLUDE_ORDERS, "")
                                .replace(MAIN, INCLUDE_VIEWS, INCLUDE_ORDERS + INCLUDE_VIEWS)),
                caught(
                        "reordered: one that runs again",
                        t -> t.replace(MAIN, INCLUDE_VIEWS, "")
                                .replace(MAIN, INCLUDE_NOTES, INCLUDE_NOTES + INCLUDE_VIEWS)),
                caught(
                        "deleted: a change set",
                        t -> t.replace(
                                ORDERS,
                                "<changeSet id=\"2\" author=\"ben\"><customChange class=\"old.Task\"/></changeSet>",
                                "")),
                caught("deleted: an include", t -> t.replace(MAIN, INCLUDE_NOTES, "")),
                caught("deleted: an included file", t -> t.remove(NOTES)),
                caught("deleted: a class", t -> t.task("none")),
                caught("deleted: a file of SQL", t -> t.remove("db/notes.sql")),
                caught("deleted: one that runs again", t -> t.replace(MAIN, INCLUDE_VIEWS, "")),
                caught("deleted: by ignoring it", t -> t.replace(PEOPLE, "id=\"2\"", "ignore=\"true\" id=\"2\"")),
                caught(
                        "deleted: by ignoring its file",
                        t -> t.replace(MAIN, INCLUDE_NOTES, INCLUDE_NOTES.replace("/>", " ignore=\"true\"/>"))),
                caught(
                        "doubled: a change set in its file",
                        t -> t.replace(
                                NOTES,
                                "</databaseChangeLog>",
                                "<changeSet id=\"1\" author=\"ana\"><dropTable tableName=\"notes\"/></changeSet></databaseChangeLog>")),
                caught(
                        "doubled: a change set in another file",
                        t -> t.include(
                                "<changeSet id=\"2\" author=\"ana\" logicalFilePath=\"" + PEOPLE
                                        + "\"><addColumn tableName=\"people\"><column name=\"nick\" type=\"varchar(40)\"/></addColumn></changeSet>")),
                caught("doubled: an include", t -> t.include(INCLUDE_PEOPLE)),
                caught(
                        "doubled: an include under another path",
                        t -> t.include(INCLUDE_PEOPLE.replace("/>", " logicalFilePath=\"db/again.xml\"/>"))),
                caught(
                        "doubled: an include in another file",
                        t -> t.replace(NOTES, "<changeSet", INCLUDE_ORDERS + "<changeSet")),
                caught(
                        "moved: a file without its logical path",
                        t -> t.rename(PEOPLE, "db/old/0001_people.xml")
                                .replace("db/old/0001_people.xml", " logicalFilePath=\"" + PEOPLE + "\"", "")
                                .replace(MAIN, "db/0001", "db/old/0001")),
                harmless(
                        "moved: a file with its logical path",
                        t -> t.rename(PEOPLE, "db/old/0001_people.xml").replace(MAIN, "db/0001", "db/old/0001")),
                caught(
                        "moved: a change set to another file",
                        t -> t.replace(
                                        ORDERS,
                                        "<changeSet id=\"3\" author=\"ben\"><sqlFile path=\"db/notes.sql\"/></changeSet>",
                                        "")
                                .replace(
                                        VIEWS,
                                        "<changeSet id=\"view\"",
                                        "<changeSet id=\"3\" author=\"ben\"><sqlFile path=\"db/notes.sql\"/></changeSet><changeSet id=\"view\"")),
                caught(
                        "moved: the logical path of a file changed",
                        t -> t.replace(
                                PEOPLE, "logicalFilePath=\"db/0001_people.xml\"", "logicalFilePath=\"db/people.xml\"")),
                caught(
                        "class changed: another one",
                        t -> t.replace(ORDERS, "old.Task", "dev.lockstile.auth.schema.change.FillInBatches")),
                caught("class changed: no change any more", t -> t.task("package old; public class Task {}")),
                caught("dbms added", t -> t.replace(PEOPLE, "id=\"2\"", "dbms=\"oracle\" id=\"2\"")),
                caught(
                        "dbms added to one that runs again",
                        t -> t.replace(VIEWS, "runOnChange", "dbms=\"oracle\" runOnChange")),
                caught("runOnChange added", t -> t.replace(PEOPLE, "id=\"2\"", "runOnChange=\"true\" id=\"2\"")),
                caught("runAlways added", t -> t.replace(PEOPLE, "id=\"2\"", "runAlways=\"true\" id=\"2\"")),
                caught("runOnChange taken away", t -> t.replace(VIEWS, " runOnChange=\"true\"", "")),
                caught("runAlways taken away", t -> t.replace(VIEWS, " runAlways=\"true\"", "")),
                harmless(
                        "runOnChange: its text changed",
                        t -> t.replace(VIEWS, "select id, nick", "select nick, id")
                                .replace(VIEWS, "select nick, id", "select id, nick ")),
                caught("a context added", t -> t.replace(PEOPLE, "id=\"2\"", "context=\"later\" id=\"2\"")),
                caught(
                        "the transaction taken away",
                        t -> t.replace(PEOPLE, "id=\"2\"", "runInTransaction=\"false\" id=\"2\"")),
                caught("a failure let pass", t -> t.replace(PEOPLE, "id=\"2\"", "failOnError=\"false\" id=\"2\"")),
                caught(
                        "merged: two files of the same number",
                        t -> t.put("db/0004_extra.xml", NEW).include("<include file=\"db/0004_extra.xml\"/>")),
                caught(
                        "merged: a new file before a released one",
                        t -> t.put("db/0005_extra.xml", NEW)
                                .replace(MAIN, INCLUDE_NOTES, "<include file=\"db/0005_extra.xml\"/>" + INCLUDE_NOTES)),
                caught(
                        "merged: a new change set before released ones",
                        t -> t.replace(ORDERS, "<changeSet id=\"1\"", NEW + "<changeSet id=\"1\"")),
                harmless(
                        "merged: a new file at the end",
                        t -> t.put("db/0005_extra.xml", NEW).include("<include file=\"db/0005_extra.xml\"/>")));
    }

    private static Tampering caught(String what, UnaryOperator<TamperedTree> deed) {
        return new Tampering(what, true, deed);
    }

    private static Tampering harmless(String what, UnaryOperator<TamperedTree> deed) {
        return new Tampering(what, false, deed);
    }

    @Override
    public String toString() {
        return what;
    }
}
