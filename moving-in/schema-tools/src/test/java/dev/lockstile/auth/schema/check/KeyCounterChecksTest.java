package dev.lockstile.auth.schema.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.schema.report.Finding;
import dev.lockstile.auth.schema.tools.EntityModel;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What makes the keys of tables is compared with the keys that are there. */
final class KeyCounterChecksTest {

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_fresh_database_of_any_kind_of_keys_is_well(TestDatabase database) {
        for (TestHost kind : List.of(TestHost.PLAIN, TestHost.NUMBERED, TestHost.UUID, TestHost.TEXT)) {
            try (HikariDataSource pool = database.open()) {
                kind.createTables(pool);
                assertThat(KeyCounterChecks.of(pool, model(kind)))
                        .as(kind.name())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void rows_that_were_made_by_the_counters_are_well(TestDatabase database) {
        try (CountedHost host = CountedHost.on(database)) {
            assertThat(host.check()).isEmpty();
            for (int i = 0; i < 60; i++) {
                host.addOneOfEach();
            }
            assertThat(host.check()).isEmpty();
        }
        try (CountedHost again = CountedHost.on(database)) {
            again.addOneOfEach();
            again.restart();
            again.addOneOfEach();
            assertThat(again.check()).as("a block of keys was given up").isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_counter_behind_its_rows_is_told_with_the_statement_that_mends_it(TestDatabase database) throws SQLException {
        try (CountedHost host = CountedHost.on(database)) {
            host.addOneOfEach();
            host.restart();
            for (String table : List.of("numbered_ticket", "pooled_ticket", "shared_ticket", "shared_note")) {
                host.sql("update " + table + " set id = 5000");
            }
            host.sql("update shared_note set id = 7000");
            List<Finding> found = host.check();
            assertThat(found.stream().map(finding -> finding.id() + " " + finding.where()))
                    .containsExactlyInAnyOrderElementsOf(withColumn(
                            database, "HM-14 pooled_ticket.id", "HM-14 shared_ticket.id", "HM-14 shared_note.id"));
            assertThat(found)
                    .allSatisfy(finding -> assertThat(finding.what())
                            .matches(
                                    "the largest key is [57]000 and \\S+ makes \\d+ next: an insert fails at a key that"
                                            + " another row has"));
            for (Finding finding : found) {
                host.sql(finding.fix());
            }
            assertThat(host.check()).isEmpty();
            for (int i = 0; i < 60; i++) {
                host.addOneOfEach();
            }
            assertThat(host.lowestNewKey("shared_ticket"))
                    .as("shared with higher keys")
                    .isGreaterThan(7000);
            assertThat(host.lowestNewKey("pooled_ticket")).isEqualTo(5001);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void rows_that_came_with_their_keys_are_told(TestDatabase database) throws SQLException {
        try (CountedHost host = CountedHost.on(database)) {
            host.sql("insert into numbered_ticket (id, title) values (41, 'restored'), (42, 'restored')");
            host.sql("insert into pooled_ticket (id, title) values (41, 'copied'), (42, 'copied')");
            assertThat(host.check().stream().map(finding -> finding.id() + " " + finding.where()))
                    .containsExactlyInAnyOrderElementsOf(withColumn(database, "HM-14 pooled_ticket.id"));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_counter_that_is_gone_is_told(TestDatabase database) throws SQLException {
        try (CountedHost host = CountedHost.on(database)) {
            host.sql(
                    switch (database) {
                        case MARIADB -> "alter table numbered_ticket modify id bigint not null";
                        case POSTGRES, H2 -> "alter table numbered_ticket alter column id drop identity";
                    });
            host.sql("drop sequence pooled_ticket_seq");
            assertThat(host.check().stream().map(finding -> finding.id() + " " + finding.where()))
                    .containsExactlyInAnyOrder("HM-15 numbered_ticket.id", "HM-15 pooled_ticket.id");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_sequence_that_the_column_draws_from_by_its_default_is_compared(TestDatabase database) throws SQLException {
        if (database == TestDatabase.MARIADB) {
            return; // a column there has no counter but its own
        }
        try (CountedHost host = CountedHost.on(database)) {
            host.sql("alter table numbered_ticket alter column id drop identity");
            host.sql("create sequence of_the_old_application start with 7");
            host.sql("alter table numbered_ticket alter column id set default "
                    + (database == TestDatabase.H2
                            ? "next value for of_the_old_application"
                            : "nextval('of_the_old_application')"));
            assertThat(host.check()).isEmpty();
            host.sql("insert into numbered_ticket (id, title) values (41, 'restored')");
            List<Finding> found = host.check();
            assertThat(found)
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.what()).contains("makes 7 next"));
            host.sql(found.get(0).fix());
            assertThat(host.check()).isEmpty();
        }
    }

    /** MariaDB moves the counter of a column on by itself, whatever puts a higher key there. */
    private static List<String> withColumn(TestDatabase database, String... others) {
        Stream<String> column = database == TestDatabase.MARIADB ? Stream.of() : Stream.of("HM-14 numbered_ticket.id");
        return Stream.concat(column, Stream.of(others)).toList();
    }

    private static EntityModel model(TestHost host) {
        return EntityModel.of(
                host.entities().get(0), host.entities().stream().skip(1).toArray(Class<?>[]::new));
    }
}
