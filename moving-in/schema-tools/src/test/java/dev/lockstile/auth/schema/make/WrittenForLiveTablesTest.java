package dev.lockstile.auth.schema.make;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.hosts.EachDatabase;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.tools.EntityModel;
import dev.lockstile.auth.schema.tools.PendingLint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** What is written for a table in use passes the linter as it is, and runs as the linter wants it. */
final class WrittenForLiveTablesTest {

    @TempDir
    private Path root;

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void new_columns_indexes_and_longer_texts_break_no_rule(TestDatabase database) {
        MigrationTree tree = MigrationTree.in(root);
        tree.make(EntityModel.of(Small.class), MakeOptions.NONE);
        try (HikariDataSource pool = database.open()) {
            AuthSchema schema = tree.schema(pool).withLockTimeout(Duration.ofSeconds(2));
            schema.migrate();
            Map<String, String> values = Map.of("shelf.floor_no", "0");
            tree.make(EntityModel.of(Grown.class), new MakeOptions(null, Map.of(), false, values, Set.of()));
            assertThat(PendingLint.of(schema).findings()).isEmpty();
            schema.migrate();
            MakeMigrationsTest.validate(pool, Grown.class);
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void columns_that_become_mandatory_with_a_default_break_no_rule(TestDatabase database) {
        MigrationTree tree = MigrationTree.in(root);
        tree.make(EntityModel.of(Small.class), MakeOptions.NONE);
        tree.make(
                EntityModel.of(Grown.class),
                new MakeOptions(null, Map.of(), false, Map.of("shelf.floor_no", "0"), Set.of()));
        try (HikariDataSource pool = database.open()) {
            AuthSchema schema = tree.schema(pool).withLockTimeout(Duration.ofSeconds(2));
            schema.migrate();
            Map<String, String> values = Map.of("shelf.label", "none");
            tree.make(EntityModel.of(Strict.class), new MakeOptions(null, Map.of(), false, values, Set.of()));
            assertThat(schema.pending()).isNotEmpty();
            assertThat(PendingLint.of(schema).findings()).isEmpty();
            schema.migrate();
            MakeMigrationsTest.validate(pool, Strict.class);
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void references_to_tables_in_use_break_no_rule(TestDatabase database) {
        MigrationTree tree = MigrationTree.in(root);
        tree.make(EntityModel.of(Small.class), MakeOptions.NONE);
        try (HikariDataSource pool = database.open()) {
            AuthSchema schema = tree.schema(pool).withLockTimeout(Duration.ofSeconds(2));
            schema.migrate();
            tree.make(EntityModel.of(Linked.class), MakeOptions.NONE);
            assertThat(PendingLint.of(schema).findings()).isEmpty();
            schema.migrate();
            MakeMigrationsTest.validate(pool, Linked.class);
        }
    }

    @Entity(name = "Shelf")
    @Table(name = "shelf")
    static class Small {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 100, nullable = false)
        String title;
    }

    @Entity(name = "Shelf")
    @Table(name = "shelf", indexes = @Index(columnList = "title"))
    static class Grown {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 150)
        String title;

        @Column(name = "floor_no", nullable = false)
        Integer floor;

        @Column(unique = true, length = 20)
        String label;
    }

    @Entity(name = "Shelf")
    @Table(name = "shelf", indexes = @Index(columnList = "title"))
    static class Strict {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 150)
        String title;

        @Column(name = "floor_no", nullable = false)
        Integer floor;

        @Column(unique = true, nullable = false, length = 20)
        String label;
    }

    @Entity(name = "Shelf")
    @Table(name = "shelf")
    static class Linked {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 100, nullable = false)
        String title;

        @ManyToOne
        @JoinColumn(name = "above_id")
        Linked above;
    }
}
