package dev.lockstile.auth.schema.history;

import dev.lockstile.auth.schema.hosts.HostFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The changelog of a host as it was released, and edited copies of it. */
final class TamperedTree {

    static final String MAIN = "db/main.xml";

    private final Map<String, String> files = new TreeMap<>();
    private String task = "";

    TamperedTree() {
        put(MAIN, """
                <property name="note.type" value="varchar(40)"/>
                <include file="db/0001_people.xml"/>
                <include file="db/0002_orders.xml"/>
                <changeSet id="main-1" author="host"><createTable tableName="place">
                    <column name="id" type="bigint"><constraints primaryKey="true"/></column></createTable></changeSet>
                <include file="db/0003_views.xml"/>
                <include file="db/0004_notes.xml"/>
                """);
        put("db/0001_people.xml", """
                <changeSet id="1" author="ana"><createTable tableName="people">
                    <column name="id" type="bigint"><constraints primaryKey="true"/></column></createTable>
                    <rollback><dropTable tableName="people"/></rollback></changeSet>
                <changeSet id="2" author="ana"><addColumn tableName="people">
                    <column name="nick" type="varchar(40)"/></addColumn></changeSet>
                """);
        put("db/0002_orders.xml", """
                <changeSet id="1" author="ben"><createTable tableName="orders">
                    <column name="id" type="bigint"><constraints primaryKey="true"/></column>
                    <column name="people_id" type="bigint"><constraints foreignKeyName="fk_people" references="people(id)"/></column>
                    </createTable></changeSet>
                <changeSet id="2" author="ben"><customChange class="old.Task"/></changeSet>
                <changeSet id="3" author="ben"><sqlFile path="db/notes.sql"/></changeSet>
                """);
        put("db/0003_views.xml", """
                <changeSet id="view" author="ana" runOnChange="true"><createView viewName="named" replaceIfExists="true">
                    select id, nick from people</createView></changeSet>
                <changeSet id="upkeep" author="ana" runAlways="true"><sql>delete from orders where id = 0</sql></changeSet>
                """);
        put("db/0004_notes.xml", """
                <changeSet id="1" author="ana"><addColumn tableName="notes">
                    <column name="body" type="${note.type}"/></addColumn></changeSet>
                """);
        files.put("db/notes.sql", "create table notes (id bigint primary key);");
    }

    /** An XML changelog; its path is its logical path. */
    TamperedTree put(String path, String body) {
        files.put(path, head(path) + body + "</databaseChangeLog>\n");
        return this;
    }

    TamperedTree text(String path, String text) {
        files.put(path, text);
        return this;
    }

    TamperedTree replace(String path, String from, String to) {
        String before = files.get(path);
        if (!before.contains(from)) {
            throw new IllegalArgumentException(path + " has no " + from);
        }
        files.put(path, before.replace(from, to));
        return this;
    }

    TamperedTree remove(String path) {
        files.remove(path);
        return this;
    }

    TamperedTree rename(String from, String to) {
        files.put(to, files.remove(from));
        return this;
    }

    /** What the class of the custom change is instead; {@code none} leaves it out. */
    TamperedTree task(String instead) {
        task = instead;
        return this;
    }

    TamperedTree include(String line) {
        return replace(MAIN, "</databaseChangeLog>", line + "</databaseChangeLog>");
    }

    /** The change sets of a file in the other order. */
    TamperedTree reverse(String path) {
        String before = files.get(path);
        int begin = before.indexOf("<changeSet");
        int end = before.lastIndexOf("</databaseChangeLog>");
        List<String> parts =
                new ArrayList<>(List.of(before.substring(begin, end).split("(?=<changeSet)")));
        Collections.reverse(parts);
        files.put(path, before.substring(0, begin) + String.join("", parts) + before.substring(end));
        return this;
    }

    /** The class that the custom change names. */
    static HostFolder classes(Path folder) {
        return new HostFolder(folder).customChange("old.Task", "", "");
    }

    /** As it lies on the class path, before these classes. */
    ClassLoader write(Path folder, String lock, HostFolder classes) {
        HostFolder host = new HostFolder(folder);
        files.forEach(host::write);
        host.write("db/history.lock", lock);
        if (task.isEmpty()) {
            return host.loader(classes);
        }
        return (task.equals("none") ? host : host.compile("old.Task", task)).loader();
    }

    private static String head(String logicalPath) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                        http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-4.33.xsd" logicalFilePath="%s">
                """.formatted(logicalPath);
    }
}
