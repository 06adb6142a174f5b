package dev.lockstile.auth.schema.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.report.Finding;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.hibernate.annotations.GenericGenerator;
import org.hibernate.annotations.Parameter;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables that make keys in place of sequences are compared with the keys that are there. */
final class GeneratorRowChecksTest {

    private static final List<Class<?>> ENTITIES =
            List.of(RowTicket.class, BlockTicket.class, SingleTicket.class, HiloTicket.class, OldHiloTicket.class);
    private static final List<Supplier<?>> ROWS =
            List.of(RowTicket::new, BlockTicket::new, SingleTicket::new, HiloTicket::new, OldHiloTicket::new);

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void rows_that_were_made_by_their_generators_are_well(TestDatabase database) {
        try (CountedHost host = CountedHost.on(database, ENTITIES, ROWS)) {
            assertThat(host.check()).isEmpty();
            for (int i = 0; i < 25; i++) {
                host.addOneOfEach();
                assertThat(host.check()).isEmpty();
            }
            host.restart();
            host.addOneOfEach();
            assertThat(host.check()).as("a block of keys was given up").isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_row_behind_the_keys_is_told_with_the_statement_that_mends_it(TestDatabase database) throws SQLException {
        try (CountedHost host = CountedHost.on(database, ENTITIES, ROWS)) {
            host.addOneOfEach();
            host.restart();
            for (String table : TABLES) {
                host.sql("update " + table + " set id = 5003");
            }
            assertLagging(host);
            for (Finding finding : host.check()) {
                host.sql(finding.fix());
            }
            assertThat(host.check()).isEmpty();
            for (int i = 0; i < 25; i++) {
                host.addOneOfEach();
            }
            assertThat(host.lowestNewKey("row_ticket")).isEqualTo(5003);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_row_that_is_gone_begins_at_the_first_key(TestDatabase database) throws SQLException {
        try (CountedHost host = CountedHost.on(database, ENTITIES, ROWS)) {
            host.addOneOfEach();
            host.sql("delete from key_rows");
            host.sql("delete from single_ticket_keys");
            List<Finding> found = host.check();
            assertThat(found.stream().map(finding -> finding.id() + " " + finding.where()))
                    .containsExactlyInAnyOrder(
                            "HM-14 row_ticket.id", "HM-14 block_ticket.id", "HM-15 single_ticket.id");
            for (Finding finding : found) {
                host.sql(finding.fix());
            }
            assertThat(host.check()).isEmpty();
            host.restart();
            host.addOneOfEach();
        }
    }

    private static final List<String> TABLES =
            List.of("row_ticket", "block_ticket", "single_ticket", "hilo_ticket", "old_hilo_ticket");

    private static void assertLagging(CountedHost host) {
        assertThat(host.check().stream().map(finding -> finding.id() + " " + finding.where()))
                .containsExactlyInAnyOrderElementsOf(
                        TABLES.stream().map(table -> "HM-14 " + table + ".id").toList());
        assertThat(host.check())
                .allSatisfy(finding -> assertThat(finding.what())
                        .matches("the largest key is 5003 and .+ makes \\d+ next: an insert fails at a key that another"
                                + " row has"));
    }

    @Entity
    @Table(name = "row_ticket")
    static class RowTicket {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "rows")
        @TableGenerator(
                name = "rows",
                table = "key_rows",
                pkColumnName = "kind",
                valueColumnName = "last_key",
                pkColumnValue = "row's",
                allocationSize = 1)
        Long id;
    }

    @Entity
    @Table(name = "block_ticket")
    static class BlockTicket {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "blocks")
        @TableGenerator(
                name = "blocks",
                table = "key_rows",
                pkColumnName = "kind",
                valueColumnName = "last_key",
                pkColumnValue = "blocks",
                allocationSize = 10)
        Long id;
    }

    @Entity
    @Table(name = "single_ticket")
    static class SingleTicket {
        @Id
        @GeneratedValue(generator = "single")
        @GenericGenerator(
                name = "single",
                type = SequenceStyleGenerator.class,
                parameters = {
                    @Parameter(name = "force_table_use", value = "true"),
                    @Parameter(name = "sequence_name", value = "single_ticket_keys"),
                    @Parameter(name = "increment_size", value = "10")
                })
        Long id;
    }

    @Entity
    @Table(name = "hilo_ticket")
    static class HiloTicket {
        @Id
        @GeneratedValue(generator = "hilo")
        @GenericGenerator(
                name = "hilo",
                type = SequenceStyleGenerator.class,
                parameters = {
                    @Parameter(name = "optimizer", value = "hilo"),
                    @Parameter(name = "sequence_name", value = "hilo_ticket_keys"),
                    @Parameter(name = "increment_size", value = "10")
                })
        Long id;
    }

    @Entity
    @Table(name = "old_hilo_ticket")
    static class OldHiloTicket {
        @Id
        @GeneratedValue(generator = "old_hilo")
        @GenericGenerator(
                name = "old_hilo",
                type = SequenceStyleGenerator.class,
                parameters = {
                    @Parameter(name = "optimizer", value = "legacy-hilo"),
                    @Parameter(name = "sequence_name", value = "old_hilo_ticket_keys"),
                    @Parameter(name = "increment_size", value = "10")
                })
        Long id;
    }
}
