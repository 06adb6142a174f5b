package dev.lockstile.auth.schema.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.schema.hosts.HostFolder;
import dev.lockstile.auth.schema.report.Finding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a lock lists, and what it lets go. */
final class HistoryLockTest {

    private static final String MAIN = "db/main.xml";
    private static final String ONCE = "<changeSet id=\"once\" author=\"host\"><sqlFile path=\"one.sql\"/></changeSet>";
    private static final String AGAIN =
            "<changeSet id=\"again\" author=\"host\" runOnChange=\"true\"><sqlFile path=\"view.sql\"/></changeSet>";

    @TempDir
    private Path folder;

    private HostFolder host;
    private HistoryLock lock;

    @BeforeEach
    void release() {
        host = new HostFolder(folder)
                .write("one.sql", "create table one (id int);")
                .write("view.sql", "create or replace view two as select 1;")
                .changelog("db/empty.xml", "db/empty.xml", "")
                .changelog(MAIN, MAIN, "<include file=\"db/empty.xml\"/>" + ONCE + AGAIN);
        lock = present();
    }

    @Test
    void a_file_without_change_sets_is_missed_when_it_is_gone() {
        host.changelog(MAIN, MAIN, ONCE + AGAIN).delete("db/empty.xml");
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("HG-20");
            assertThat(finding.where()).isEqualTo("db/empty.xml");
        });
    }

    @Test
    void a_file_that_lies_elsewhere_and_says_where_it_was_is_not_missed() {
        host.changelog("db/all/main.xml", MAIN, ONCE + AGAIN)
                .changelog("db/top.xml", "", "<include file=\"db/all/main.xml\"/><include file=\"db/empty.xml\"/>")
                .delete(MAIN);
        assertThat(HistoryGuard.builder("db/top.xml")
                        .classes(host.loader())
                        .lock(lock)
                        .build()
                        .inspect()
                        .findings())
                .extracting(Finding::where)
                .doesNotContain(MAIN);
    }

    @Test
    void files_of_what_runs_again_may_change_and_others_may_not() {
        host.write("view.sql", "create or replace view two as select 2;");
        assertThat(findings()).isEmpty();
        host.write("one.sql", "create table one (id bigint);");
        assertThat(findings()).extracting(Finding::where).containsExactly("one.sql");
    }

    @Test
    void what_changed_keeps_its_old_line_alone() {
        host.write("one.sql", "create table one (id bigint);");
        assertThat(lock.with(present())).hasToString(lock.toString());
        host.changelog(MAIN, MAIN, "<include file=\"db/empty.xml\"/>" + ONCE + AGAIN + ONCE.replace("once", "next"));
        assertThat(lock.with(present()).size()).isEqualTo(lock.size() + 1);
    }

    private HistoryLock present() {
        return HistoryGuard.builder(MAIN).classes(host.loader()).build().present();
    }

    private List<Finding> findings() {
        return HistoryGuard.builder(MAIN)
                .classes(host.loader())
                .lock(lock)
                .build()
                .inspect()
                .findings();
    }
}
