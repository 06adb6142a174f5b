package example.bookbarn;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.check.HostCheck;
import dev.lockstile.auth.schema.tools.EntityModel;
import dev.lockstile.auth.schema.tools.SchemaDifferences;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** The shop's life, from an empty database and from the dump of every stage: all roads end at the same tables. */
final class StagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    @TempDir
    private Path past;

    @ParameterizedTest
    @ArgumentsSource(EachEngine.class)
    void an_empty_database_goes_through_every_stage(Engine engine) {
        try (HikariDataSource pool = engine.fresh()) {
            AuthSchema schema = Bookbarn.schema(pool);
            PastRelease.of(past, "example.bookbarn.accounts.UserManager").run(() -> schema.migrateTo("release-1"));
            Members.insert(pool);
            assertSame(schema, Stage.RELEASE_1, engine, any -> {});
            List<Map<String, String>> rows = Members.oldRows(pool);
            schema.migrateTo("release-2");
            assertSame(schema, Stage.RELEASE_2, engine, dump -> dump.migrateTo("release-2"));
            schema.migrate();
            assertSame(schema, Stage.RELEASE_3, engine, AuthSchema::migrate);
            assertThat(Members.oldRows(pool)).isEqualTo(rows).hasSize(5);
            assertFits(pool);
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachEngine.class)
    void every_dump_and_an_empty_database_end_at_the_same_tables(Engine engine) {
        try (HikariDataSource fresh = engine.fresh()) {
            AuthSchema schema = Bookbarn.schema(fresh);
            schema.migrate();
            for (Stage stage : Stage.values()) {
                try (HikariDataSource pool = stage.restore(engine)) {
                    List<Map<String, String>> rows = Members.oldRows(pool);
                    schema.on(pool).migrate();
                    assertThat(SchemaDifferences.between(schema, pool).isEmpty())
                            .as(stage + ": " + SchemaDifferences.between(schema, pool))
                            .isTrue();
                    assertThat(Members.oldRows(pool)).as(stage.name()).isEqualTo(rows);
                    Members.entities(pool).close();
                }
            }
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachEngine.class)
    void todays_class_does_for_a_fresh_database_what_the_old_one_did(Engine engine) {
        try (HikariDataSource fresh = engine.fresh();
                HikariDataSource old = Stage.RELEASE_1.restore(engine)) {
            Bookbarn.schema(fresh).migrate();
            assertThat(Members.oldRows(fresh))
                    .hasSize(1)
                    .isEqualTo(Members.oldRows(old).subList(0, 1));
        }
    }

    /** @param toToday brings what the library has added to its own tables since the dump was written */
    private static void assertSame(AuthSchema schema, Stage stage, Engine engine, Consumer<AuthSchema> toToday) {
        try (HikariDataSource dump = stage.restore(engine)) {
            toToday.accept(schema.on(dump));
            SchemaDifferences found = SchemaDifferences.between(schema, dump);
            assertThat(found.isEmpty()).as(stage + ": " + found).isTrue();
        }
    }

    /** Hibernate accepts the tables, and no guard finds anything. */
    private static void assertFits(HikariDataSource pool) {
        Members.entities(pool).close();
        assertThat(HostCheck.of(Bookbarn.schema(pool), EntityModel.of(Bookbarn.unit()), RESOURCES))
                .isEmpty();
    }
}
