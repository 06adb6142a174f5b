package example.bookbarn;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.history.HistoryLock;
import dev.lockstile.auth.schema.lint.LintReport;
import dev.lockstile.auth.schema.make.MakeMigrations;
import dev.lockstile.auth.schema.make.MakeOptions;
import dev.lockstile.auth.schema.make.MigrationDraft;
import dev.lockstile.auth.schema.tools.EntityModel;
import dev.lockstile.auth.schema.tools.PendingLint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The additive migration of release 2, which {@code makemigrations} wrote and which was not edited. */
final class MigrationsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path COMMITTED = RESOURCES.resolve("bookbarn/migrations/0004_lockstile.xml");
    private static final Pattern ALGORITHM = Pattern.compile("(?s) *<modifySql .*?</modifySql>\n");
    private static final EntityModel ENTITIES = EntityModel.of(Bookbarn.unit());

    @TempDir
    private Path tree;

    @Test
    void makemigrations_wrote_the_committed_file_to_the_letter() throws IOException {
        MigrationDraft draft = asOfRelease1().draft(new MakeOptions("lockstile", Map.of(), false, Map.of(), Set.of()));
        assertThat(draft.questions()).isEmpty();
        assertThat(draft.path()).isEqualTo("db/migrations/0004_lockstile.xml");
        String committed = Files.readString(COMMITTED);
        if (Files.exists(COMMITTED.resolveSibling("0005_lockstile.xml"))) {
            assertThat(comments(draft.text())).containsAll(comments(committed));
        } else {
            assertThat(ALGORITHM.matcher(draft.text()).replaceAll(""))
                    .as("but for the algorithm, which makemigrations did not state for MariaDB in those days")
                    .isEqualTo(committed);
        }
    }

    @Test
    void makemigrations_has_nothing_to_add_today() {
        try (HikariDataSource unused = Engine.H2.fresh()) {
            MigrationDraft draft = MakeMigrations.of(Bookbarn.schema(unused), ENTITIES, RESOURCES)
                    .draft(MakeOptions.NONE);
            assertThat(draft.steps())
                    .as("what the superclasses have since then wants a migration 0005_lockstile.xml: makemigrations")
                    .isEmpty();
            assertThat(draft.notes())
                    .hasSize(2)
                    .anyMatch(note -> note.contains("column member.password is mapped by no entity and stays"))
                    .contains("unique index uq_member_email on member[email] is mapped by no entity and stays");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MARIADB")
    void the_linter_lets_it_run_on_the_tables_of_release_1_in_use(Engine engine) {
        try (HikariDataSource pool = Stage.RELEASE_1.restore(engine)) {
            LintReport report = PendingLint.of(Bookbarn.schema(pool));
            assertThat(report.findings()).isEmpty();
        }
    }

    @Test
    void the_lock_lists_all_that_was_released() throws IOException {
        String lock = Files.readString(RESOURCES.resolve("bookbarn/history.lock"));
        try (HikariDataSource unused = Engine.H2.fresh()) {
            HistoryLock present = Bookbarn.schema(unused).guard().present();
            assertThat(present.toString().lines().filter(line -> line.contains("db/") || line.contains("bookbarn")))
                    .hasSizeGreaterThan(50);
            assertThat(HistoryLock.parse(lock).with(present).toString())
                    .as("with what is there: lock-history adds it")
                    .isEqualTo(lock);
            assertThat(lock).contains("example.bookbarn.accounts.UserManager");
        }
    }

    private static List<String> comments(String changelog) {
        return Pattern.compile("<comment>.*</comment>")
                .matcher(changelog)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** The source tree of that day: the files in their old folder, and no later one. */
    private MakeMigrations asOfRelease1() throws IOException {
        Path old = Files.createDirectories(tree.resolve("db/migrations")).getParent();
        for (String file : new String[] {
            "migrations/0001_members.xml",
            "migrations/0002_orders.xml",
            "migrations/0003_house_account.xml",
            "release-1.xml"
        }) {
            Files.copy(RESOURCES.resolve("bookbarn").resolve(file), old.resolve(file));
        }
        String today = Files.readString(RESOURCES.resolve("bookbarn/changelog.xml"));
        String then = today.substring(0, today.indexOf("<!-- Release 2"))
                + "<include file=\"dev/lockstile/auth/schema/auth-own-tables.xml\"/></databaseChangeLog>";
        Files.writeString(old.resolve("changelog.xml"), then.replace("file=\"bookbarn/", "file=\"db/"));
        DataSource none = Engine.H2.fresh();
        AuthSchema schema = AuthSchema.builder(none)
                .hostChangelog("db/changelog.xml")
                .lockTimeout(Duration.ofSeconds(2))
                .build();
        return MakeMigrations.of(schema, ENTITIES, tree);
    }
}
