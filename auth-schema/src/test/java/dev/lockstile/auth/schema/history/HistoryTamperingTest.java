package dev.lockstile.auth.schema.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.hosts.HostFolder;
import dev.lockstile.auth.schema.hosts.TableFacts;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.internal.history.RanRow;
import dev.lockstile.auth.schema.internal.history.RanRows;
import dev.lockstile.auth.schema.report.SchemaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every tampering with a released history, on a fresh database, an old one and one that is half-way. */
final class HistoryTamperingTest {

    /** What ran before the tampering. */
    enum State {
        FRESH,
        HALF_WAY,
        OLD
    }

    @TempDir
    private static Path root;

    private static final Map<TestDatabase, Map<State, HikariDataSource>> POOLS = new EnumMap<>(TestDatabase.class);
    private static final AtomicReference<HostFolder> CLASSES = new AtomicReference<>();
    private static String lock = "";
    private static int count;

    @AfterAll
    static void close() {
        POOLS.values().forEach(pools -> pools.values().forEach(HikariDataSource::close));
        POOLS.clear();
    }

    static Stream<Arguments> cases() {
        return Stream.of(TestDatabase.H2, TestDatabase.POSTGRES)
                .flatMap(database -> Stream.of(State.values())
                        .flatMap(state -> Tampering.all().stream().map(one -> Arguments.of(database, state, one))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_tampering_is_caught_before_the_first_statement_or_harmless(TestDatabase database, State state, Tampering one)
            throws Exception {
        HikariDataSource pool = in(database, state);
        Set<String> before = facts(pool);
        ClassLoader tampered = write(one.deed().apply(new TamperedTree()));
        Throwable refused = catchThrowable(() -> migrate(pool, tampered));
        if (one.caught()) {
            assertThat(refused).isInstanceOfAny(HistoryException.class, SchemaException.class);
            assertThat(facts(pool)).isEqualTo(before);
        } else {
            forget(database, state);
            assertThat(refused).isNull();
            assertThat(facts(pool)).containsAll(facts(in(database, State.OLD)));
            pool.close();
        }
    }

    @Test
    void there_are_thirty_and_more() {
        assertThat(Tampering.all()).hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void what_was_released_runs_everywhere() throws Exception {
        for (State state : State.values()) {
            try (HikariDataSource pool = made(TestDatabase.H2, state)) {
                migrate(pool, write(new TamperedTree()));
                assertThat(facts(pool)).isEqualTo(facts(in(TestDatabase.H2, State.OLD)));
            }
        }
    }

    @Test
    void a_lock_that_grew_by_an_insertion_knows_the_order() throws Exception {
        // a library that the host includes got a change set of its own, before the host's
        String between = "<changeSet id=\"2b\" author=\"ana\"><createTable tableName=\"between\">"
                + "<column name=\"id\" type=\"bigint\"/></createTable></changeSet>";
        ClassLoader grown = write(new TamperedTree()
                .replace("db/0001_people.xml", "</databaseChangeLog>", between + "</databaseChangeLog>"));
        HistoryGuard guard = HistoryGuard.builder(TamperedTree.MAIN)
                .classes(grown)
                .lock(HistoryLock.parse(lock()))
                .build();
        assertThat(guard.inspect().findings()).isEmpty();
        HistoryLock more = HistoryLock.parse(lock()).with(guard.present());
        assertThat(HistoryGuard.builder(TamperedTree.MAIN)
                        .classes(grown)
                        .lock(HistoryLock.parse(more.toString()))
                        .build()
                        .inspect()
                        .findings())
                .isEmpty();
    }

    private static HikariDataSource in(TestDatabase database, State state) throws Exception {
        Map<State, HikariDataSource> pools = POOLS.computeIfAbsent(database, any -> new EnumMap<>(State.class));
        HikariDataSource pool = pools.get(state);
        if (pool == null) {
            pool = made(database, state);
            pools.put(state, pool);
        }
        return pool;
    }

    private static void forget(TestDatabase database, State state) {
        POOLS.getOrDefault(database, Map.of()).remove(state);
    }

    private static HikariDataSource made(TestDatabase database, State state) throws Exception {
        HikariDataSource pool = database.open();
        if (state == State.OLD) {
            migrate(pool, write(new TamperedTree()));
        } else if (state == State.HALF_WAY) {
            TamperedTree half = new TamperedTree()
                    .replace(TamperedTree.MAIN, "<include file=\"db/0003_views.xml\"/>", "")
                    .replace(TamperedTree.MAIN, "<include file=\"db/0004_notes.xml\"/>", "");
            migrate(pool, half.write(Files.createDirectory(root.resolve("tree-" + ++count)), "", classes()));
        }
        return pool;
    }

    private static ClassLoader write(TamperedTree tree) throws IOException {
        return tree.write(Files.createDirectory(root.resolve("tree-" + ++count)), lock(), classes());
    }

    private static HostFolder classes() {
        return CLASSES.updateAndGet(made -> made == null ? TamperedTree.classes(root.resolve("classes")) : made);
    }

    private static String lock() throws IOException {
        if (lock.isEmpty()) {
            ClassLoader released =
                    new TamperedTree().write(Files.createDirectory(root.resolve("released")), "", classes());
            lock = HistoryGuard.builder(TamperedTree.MAIN)
                    .classes(released)
                    .build()
                    .present()
                    .toString();
        }
        return lock;
    }

    private static void migrate(HikariDataSource pool, ClassLoader host) {
        ClassLoader usual = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(host);
        try {
            AuthSchema.builder(pool).hostChangelog(TamperedTree.MAIN).build().migrate();
        } finally {
            Thread.currentThread().setContextClassLoader(usual);
        }
    }

    /** The tables, and what counts as run; not when it ran, nor in which place. */
    private static Set<String> facts(HikariDataSource pool) throws SQLException {
        Set<String> facts = new TreeSet<>();
        try (Connection connection = pool.getConnection()) {
            facts.addAll(TableFacts.of(connection));
            List<RanRow> rows = RanRows.of(connection);
            rows.forEach(row -> facts.add("ran " + row.key()));
        }
        return facts;
    }
}
