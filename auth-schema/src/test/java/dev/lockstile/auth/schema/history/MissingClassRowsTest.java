package dev.lockstile.auth.schema.history;

import static org.assertj.core.api.Assertions.assertThat;

import liquibase.util.LiquibaseUtil;
import org.junit.jupiter.api.Test;

/**
 * Classes that a history names and that are gone, each case caught before the first statement of the migration runs.
 * The same tests run on Liquibase 4.33 and on 5.0, which fail in different ways without the guard.
 */
final class MissingClassRowsTest extends FailureRow {

    private static final String TASK =
            "<changeSet id=\"task\" author=\"host\"><customChange class=\"old.Task\"/></changeSet>";

    @Test
    void the_liquibase_is_the_one_that_the_build_asked_for() {
        assertThat(LiquibaseUtil.getBuildVersion()).startsWith(System.getProperty("lockstile.liquibase", "4.33."));
    }

    @Test
    void row_1_a_class_of_an_applied_change_set_is_missing() throws Exception {
        host.customChange("old.Task", "", "").changelog(MAIN, MAIN, TASK);
        migrate();
        host.delete("old/Task.class");
        assertRefused("HG-01", "db/main.xml::task::host", "old.Task", "@FormerlyKnownAs(\"old.Task\")");
    }

    @Test
    void row_2_a_class_is_missing_on_a_fresh_database() throws Exception {
        host.changelog(MAIN, MAIN, TABLE.formatted("first", "first_table") + TASK);
        assertRefused("HG-01", "db/main.xml::task::host", "old.Task", "@FormerlyKnownAs");
        assertThat(names("select table_name from information_schema.tables where table_name = 'FIRST_TABLE'"))
                .isEmpty();
    }

    @Test
    void row_3_a_class_is_missing_behind_a_precondition_that_marks_as_run() throws Exception {
        host.changelog(MAIN, MAIN, """
                <changeSet id="task" author="host">
                    <preConditions onFail="MARK_RAN"><tableExists tableName="nowhere"/></preConditions>
                    <customChange class="old.Task"/>
                </changeSet>
                """);
        assertRefused("HG-01", "db/main.xml::task::host", "old.Task", "@FormerlyKnownAs");
    }

    @Test
    void row_4_a_class_with_its_own_checksum_is_missing() throws Exception {
        host.customChange(
                        "old.Task",
                        ", liquibase.change.custom.CustomChangeChecksum",
                        "public liquibase.change.CheckSum generateChecksum() { return liquibase.change.CheckSum.compute(\"x\"); }")
                .changelog(MAIN, MAIN, TASK);
        migrate();
        host.delete("old/Task.class");
        assertRefused("HG-01", "db/main.xml::task::host", "old.Task", "@FormerlyKnownAs");
    }

    @Test
    void row_5_the_class_attribute_was_edited_to_the_new_name() throws Exception {
        host.customChange("old.Task", "", "").changelog(MAIN, MAIN, TASK);
        migrate();
        host.customChange("fresh.Task", "", "").changelog(MAIN, MAIN, TASK.replace("old.Task", "fresh.Task"));
        assertRefused("HG-13", "db/main.xml::task::host", "was edited after it ran", "@FormerlyKnownAs");
    }

    @Test
    void row_6_a_subclass_at_the_old_name_holds() throws Exception {
        host.customChange("old.Task", "", "").changelog(MAIN, MAIN, TASK);
        migrate();
        host.customChange("fresh.Task", "", "")
                .compile("old.Task", "package old; @Deprecated public class Task extends fresh.Task {}");
        assertHolds();
    }

    @Test
    void row_7_a_missing_precondition_class_would_skip_the_change_set_for_good() throws Exception {
        host.changelog(MAIN, MAIN, """
                <changeSet id="guarded" author="host">
                    <preConditions onFail="MARK_RAN"><customPrecondition className="old.Check"/></preConditions>
                    <createTable tableName="guarded"><column name="id" type="bigint"/></createTable>
                </changeSet>
                """);
        assertRefused("HG-01", "db/main.xml::guarded::host", "old.Check", "would mark it as run");
    }
}
