package dev.lockstile.auth.schema.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A class of history that has nothing left to do stands for any class that history names, with any parameters. */
final class RetiredChangeTest extends FailureRow {

    private static final String RETIRED =
            "package old; public class Task extends dev.lockstile.auth.schema.history.RetiredChange {}";

    private static final String TASK = """
            <changeSet id="task" author="host"><customChange class="old.Task">
                <param name="table" value="shop"/><param name="batchSize" value="500"/>
            </customChange></changeSet>
            """;

    @Test
    void a_retired_change_takes_the_parameters_of_the_class_that_it_stands_for() throws Exception {
        host.customChange("old.Task", "", """
                private String table = "";
                public void setTable(String table) { this.table = table; }
                public void setBatchSize(Integer size) {}
                """).changelog(MAIN, MAIN, TASK);
        migrate();
        host.compile("old.Task", RETIRED);
        assertHolds();
        host.changelog(MAIN, MAIN, TASK.replace("500", "501"));
        assertRefused("HG-13", "db/main.xml::task::host", "was edited after it ran", "");
    }

    @Test
    void a_retired_change_runs_on_a_fresh_database_with_any_parameters() throws Exception {
        host.compile("old.Task", RETIRED).changelog(MAIN, MAIN, TASK);
        migrate();
        assertThat(history()).hasSize(1);
        assertHolds();
    }

    @Test
    void a_parameter_in_the_old_spelling_of_liquibase_counts_alike() throws Exception {
        host.compile("old.Task", RETIRED).changelog(MAIN, MAIN, TASK.replace("value=\"500\"/>", ">500</param>"));
        migrate();
        assertHolds();
    }
}
