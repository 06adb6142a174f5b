package dev.lockstile.auth.schema.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.lockstile.auth.schema.hosts.HostFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of a history that were moved, edited or lost, each case caught before the first statement of the migration
 * runs. The same tests run on Liquibase 4.33 and on 5.0, which fail in different ways without the guard.
 */
final class ChangedFileRowsTest extends FailureRow {

    @TempDir
    private Path otherJar;

    @Test
    void row_8_a_changelog_was_moved_without_its_logical_path() throws Exception {
        host.changelog("db/old.xml", "", TABLE.formatted("one", "one"));
        migrate("db/old.xml");
        host.delete("db/old.xml").changelog("moved/new.xml", "", TABLE.formatted("one", "one"));
        assertRefused(
                "moved/new.xml", "HG-11", "db/old.xml::one::host", "moved/new.xml", "logicalFilePath=\"db/old.xml\"");
    }

    @Test
    void row_9_a_moved_changelog_with_its_old_logical_path_holds() throws Exception {
        host.changelog("db/old.xml", "", TABLE.formatted("one", "one"));
        migrate("db/old.xml");
        host.delete("db/old.xml").changelog("moved/new.xml", "db/old.xml", TABLE.formatted("one", "one"));
        assertThatCode(() -> migrate("moved/new.xml")).doesNotThrowAnyException();
        assertThat(history()).hasSize(1);
    }

    @Test
    void row_10_only_the_including_file_has_a_logical_path() throws Exception {
        host.changelog("db/child.xml", "", TABLE.formatted("one", "one"))
                .changelog(MAIN, "db/main.xml", include("db/child.xml"));
        assertRefused("HG-07", "db/child.xml", "db/main.xml", "logicalFilePath=\"db/child.xml\"");
    }

    @Test
    void row_12_an_id_or_an_author_was_changed() throws Exception {
        host.changelog(MAIN, MAIN, TABLE.formatted("one", "one"));
        migrate();
        host.changelog(MAIN, MAIN, TABLE.formatted("uno", "one"));
        assertRefused("HG-12", "db/main.xml::one::host", "uno by host", "id one");
        host.changelog(MAIN, MAIN, TABLE.formatted("one", "one").replace("\"host\"", "\"bob\""));
        assertRefused("HG-12", "db/main.xml::one::host", "one by bob", "author host");
    }

    @Test
    void row_13_a_sql_file_of_an_applied_change_set_is_missing() throws Exception {
        sqlFile("create table one (id bigint);");
        migrate();
        host.delete("db/one.sql");
        assertRefused("HG-03", "db/main.xml::sql::host", "db/one.sql", "put db/one.sql back");
    }

    @Test
    void row_14_an_included_file_is_missing() throws Exception {
        host.changelog(MAIN, MAIN, TABLE.formatted("one", "one") + include("db/child.xml"));
        assertRefused("HG-04", "db/child.xml", "db/main.xml includes", "put db/child.xml back");
    }

    @Test
    void row_15_white_space_may_change_but_content_may_not() throws Exception {
        sqlFile("create table one (id bigint);");
        migrate();
        sqlFile("create  table one\n (id bigint);\n");
        assertHolds();
        sqlFile("create table one (id int);");
        assertRefused("HG-13", "db/main.xml::sql::host", "was edited", "new change set");
    }

    @Test
    void row_16_a_change_set_that_ran_is_gone() throws Exception {
        host.changelog(MAIN, MAIN, TABLE.formatted("one", "one") + TABLE.formatted("two", "two"));
        migrate();
        host.changelog(MAIN, MAIN, TABLE.formatted("two", "two"));
        assertRefused("HG-10", "db/main.xml::one::host", "is gone from the changelog", "put it back");
    }

    @Test
    void row_17_two_jars_have_a_file_of_the_same_path() throws Exception {
        host.changelog(MAIN, MAIN, include("db/child.xml"))
                .changelog("db/child.xml", "db/child.xml", TABLE.formatted("a", "a"));
        HostFolder other = new HostFolder(otherJar);
        other.changelog("db/child.xml", "db/child.xml", TABLE.formatted("b", "b"));
        assertRefused(host.loader(other), MAIN, "HG-09", "db/child.xml", "there are 2 files", "keep one");
    }

    private void sqlFile(String sql) {
        host.write("db/one.sql", sql)
                .changelog(
                        MAIN, MAIN, "<changeSet id=\"sql\" author=\"host\"><sqlFile path=\"db/one.sql\"/></changeSet>");
    }

    private static String include(String file) {
        return "<include file=\"" + file + "\"/>";
    }
}
