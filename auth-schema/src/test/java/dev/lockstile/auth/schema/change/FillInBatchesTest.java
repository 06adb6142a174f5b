package dev.lockstile.auth.schema.change;

import static dev.lockstile.auth.schema.change.Pieces.count;
import static dev.lockstile.auth.schema.change.Pieces.execute;
import static dev.lockstile.auth.schema.change.Pieces.fill;
import static dev.lockstile.auth.schema.change.Pieces.filled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import liquibase.exception.CustomChangeException;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows get their value in batches by ranges of the key. */
public final class FillInBatchesTest {

    private static final String SINGLE = "num";
    private static final String PAIR = "kind, num";
    private static final AtomicLong LOOKS = new AtomicLong();

    static Stream<TestDatabase> databases() {
        return TestDatabase.here();
    }

    /** Called by the database for each row that it looks at. */
    public static boolean looked(long row) {
        LOOKS.incrementAndGet();
        return row > 0;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_batch_that_fails_leaves_the_ones_before_it_committed_and_the_next_run_goes_on(TestDatabase database)
            throws SQLException, LiquibaseException, CustomChangeException {
        for (String key : new String[] {SINGLE, PAIR}) {
            try (HikariDataSource pool = filled(database, 5_500)) {
                execute(pool, "create table stop (num int)", "insert into stop values (2500)");
                String value =
                        "case when num = (select max(num) from stop) then concat('x', num) else concat('v', num) end";
                execute(pool, "alter table piece add constraint short check (slug is null or slug not like 'x%')");
                if (key.equals(SINGLE)) {
                    assertThatThrownBy(() -> fill(pool, key, value, null)).isInstanceOf(CustomChangeException.class);
                    assertThat(count(pool, "slug is not null")).isEqualTo(2_000);
                }
                execute(pool, "delete from stop");
                fill(pool, key, value, null);
                assertThat(count(pool, "slug = concat('v', num)")).isEqualTo(5_500);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void only_the_wanted_rows_that_have_a_value_get_one(TestDatabase database)
            throws SQLException, LiquibaseException, CustomChangeException {
        try (HikariDataSource pool = filled(database, 2_400)) {
            execute(pool, "update piece set slug = 'kept' where num between 900 and 1300");
            fill(pool, PAIR, "case when num > 2300 then null else label end", null);
            assertThat(count(pool, "slug = 'kept'")).isEqualTo(401);
            assertThat(count(pool, "slug is null")).isEqualTo(100);
            assertThat(count(pool, "slug = label")).isEqualTo(1_899);
            fill(pool, SINGLE, "'?'", "slug is null and label <> '?'");
            assertThat(count(pool, "slug = '?'")).isEqualTo(100);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void rows_that_stay_meant_are_refused_in_place_of_passes_without_an_end(TestDatabase database) throws SQLException {
        try (HikariDataSource pool = filled(database, 2_400)) {
            assertThatThrownBy(() -> fill(pool, SINGLE, "'v'", "label like 'p%'"))
                    .isInstanceOf(CustomChangeException.class)
                    .hasMessageContaining("would not end");
            assertThat(count(pool, "slug is not null")).isZero();
        }
    }

    @Test
    void each_row_is_looked_at_a_few_times_however_many_there_are()
            throws SQLException, LiquibaseException, CustomChangeException {
        int rows = 30_000;
        try (HikariDataSource pool = filled(TestDatabase.H2, rows)) {
            execute(pool, "create alias looked for '" + FillInBatchesTest.class.getName() + ".looked'");
            LOOKS.set(0);
            fill(pool, SINGLE, "'v'", "looked(num) and slug is null");
            assertThat(count(pool, "slug = 'v'")).isEqualTo(rows);
            assertThat(LOOKS.get()).isLessThan(6L * rows);
        }
    }

    @Test
    void a_key_of_a_type_of_its_own_is_compared_as_its_type_is()
            throws SQLException, LiquibaseException, CustomChangeException {
        try (HikariDataSource pool = TestDatabase.POSTGRES.open()) {
            execute(
                    pool,
                    "create extension citext",
                    "create type grade as enum ('low', 'high', 'a')",
                    "create table piece (kind grade, num citext, label jsonb, slug text, primary key (kind, num))",
                    "insert into piece select g, case when x % 2 = 0 then 'A' else 'a' end || x, '{\"k\": 1}'"
                            + " from generate_series(1, 1500) x, unnest(enum_range(null::grade)) g");
            fill(pool, PAIR, "case when label ? 'k' then 'yes' end", null);
            assertThat(count(pool, "slug = 'yes'")).isEqualTo(4_500);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_column_of_the_key_may_have_any_name(TestDatabase database)
            throws SQLException, LiquibaseException, CustomChangeException {
        try (HikariDataSource pool = database.open()) {
            execute(
                    pool,
                    "create table piece (place int not null, wanted int not null, slug varchar(9),"
                            + " primary key (place, wanted))",
                    "insert into piece (place, wanted) values (1, 1), (1, 2), (2, 1)");
            fill(pool, "place, wanted", "'v'", null);
            assertThat(count(pool, "slug = 'v'")).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"H2", "POSTGRES"})
    void a_time_of_a_zone_is_a_value(TestDatabase database)
            throws SQLException, LiquibaseException, CustomChangeException {
        try (HikariDataSource pool = database.open()) {
            execute(
                    pool,
                    "create table piece (num int primary key, moved timestamp, slug timestamp with time zone)",
                    "insert into piece (num, moved) values (1, timestamp '2026-03-01 12:00:00'), (2, null)");
            fill(pool, "num", "moved at time zone 'UTC'", null);
            assertThat(count(pool, "slug = timestamp with time zone '2026-03-01 12:00:00+00:00'"))
                    .isEqualTo(1);
            assertThat(count(pool, "slug is null")).isEqualTo(1);
        }
    }
}
