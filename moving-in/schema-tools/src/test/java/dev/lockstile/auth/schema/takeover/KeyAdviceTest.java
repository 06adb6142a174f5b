package dev.lockstile.auth.schema.takeover;

import static dev.lockstile.auth.schema.takeover.TakeoverHost.execute;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of keys that the database does not give, where the application has a counter of its own. */
final class KeyAdviceTest {

    @TempDir
    private Path root;

    @Test
    void a_sequence_of_another_name_is_told_before_an_identity_is_advised() throws Exception {
        try (HikariDataSource pool = TestDatabase.POSTGRES.open();
                HikariDataSource fresh = TestDatabase.POSTGRES.open()) {
            execute(
                    pool,
                    "create sequence people_numbers start with 5001 increment by 50",
                    "create table users (id bigint primary key, email varchar(254) unique, password varchar(255))",
                    "insert into users (id, email) values (4711, 'ana@example.org')");
            for (HikariDataSource one : List.of(pool, fresh)) {
                execute(
                        one,
                        "create sequence invoices",
                        "create table invoice (id bigint primary key default nextval('invoices'))");
            }
            assertThat(questions(pool, Map.of()))
                    .singleElement()
                    .asString()
                    .contains("The application may take it from the sequence people_numbers,")
                    .contains("alter table users alter column id set default nextval('people_numbers'). Only where the"
                            + " application uses none of them");
            execute(pool, "alter table users alter column id set default nextval('people_numbers')");
            assertThat(questions(pool, Map.of())).isEmpty();
            new TakeoverHost(root).adopt(pool, fresh, "numbered");
            execute(
                    pool,
                    "insert into users (email) values ('new@example.org')",
                    "insert into users (id, email) values (nextval('people_numbers'), 'old@example.org')");
        }
    }

    @Test
    void a_table_of_hibernates_numbers_is_told_before_an_identity_is_advised() {
        try (HikariDataSource pool = TestDatabase.POSTGRES.open()) {
            execute(
                    pool,
                    "create table hibernate_sequences (sequence_name varchar(255) primary key, next_val bigint)",
                    "create table users (id bigint primary key, email varchar(254), password varchar(255))");
            assertThat(questions(pool, Map.of()))
                    .singleElement()
                    .asString()
                    .contains(
                            "The application counts in hibernate_sequences, and an identity would give the same numbers");
        }
    }

    private static List<String> questions(HikariDataSource pool, Map<String, String> tables) {
        return SchemaTakeover.of(pool).plan(new TakeoverOptions("odd", tables)).questions();
    }
}
