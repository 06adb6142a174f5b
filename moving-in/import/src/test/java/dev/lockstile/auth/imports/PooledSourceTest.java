package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.Presets;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.report.VerifyReport;
import dev.lockstile.auth.imports.source.JdbcSource;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.Sql;
import dev.lockstile.auth.schema.hosts.TestPgBouncer;
import dev.lockstile.test.TestPostgres;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Old rows that are read through a real PgBouncer in transaction mode. */
@Timeout(120)
final class PooledSourceTest {

    private static final String BCRYPT = "$2b$05$abcdefghijklmnopqrstuuulxmYn8GhjYdFUNKbYSNCL4VHfT92ea";

    private final String direct = TestPostgres.freshDatabase();

    @TempDir
    private Path folder;

    @Test
    void an_import_reads_one_snapshot_and_leaves_no_state_to_other_clients() throws Exception {
        fill();
        try (TestPgBouncer pooler = TestPgBouncer.before(direct, "transaction", folder);
                JpaHost host = JpaHost.onPostgres()) {
            Set<String> before = sessions(pooler.url());
            MigrationFixture app = new MigrationFixture(host.store());
            ImportReport report;
            try (Source source = JdbcSource.of(DriverManager.getConnection(pooler.url()), "pooled")) {
                report = new UserImport(app.target(), ImportOptions.defaults().withBatchSize(7))
                        .run(source, Presets.named("laravel", null), ImportWatch.none());
            }
            assertThat(report.people().in(State.CREATED)).isEqualTo(40);
            assertThat(sessions(pooler.url())).isEqualTo(before);
            List<VerifyReport.Difference> told = new ArrayList<>();
            Verifying.of(
                    host.store(),
                    JdbcSource.of(DriverManager.getConnection(pooler.url()), "pooled"),
                    Presets.named("laravel", null),
                    ImportOptions.defaults(),
                    told);
            assertThat(told).isEmpty();
            assertThat(sessions(pooler.url())).isEqualTo(before);
            assertThat(MigrationFixture.signsIn(app.node(builder -> builder), "p7@acme.example", "river-lamp-5521"))
                    .isTrue();
        }
    }

    @Test
    void what_is_written_meanwhile_is_not_read() throws Exception {
        fill();
        try (TestPgBouncer pooler = TestPgBouncer.before(direct, "transaction", folder);
                Source source = JdbcSource.of(DriverManager.getConnection(pooler.url()), "pooled")) {
            assertThat(source.count("users")).isEqualTo(40);
            Sql.execute(at(direct), "delete from users where id > 3");
            assertThat(source.count("users")).isEqualTo(40);
        }
    }

    private void fill() {
        Sql.execute(
                at(direct),
                "create table users (id bigint primary key, email varchar(99), password varchar(99))",
                "insert into users select i, 'p' || i || '@acme.example', '" + BCRYPT
                        + "' from generate_series(1, 40) i");
    }

    /** What the sessions behind the pooler begin a transaction with. */
    private static Set<String> sessions(String url) throws SQLException {
        Set<String> found = new TreeSet<>();
        for (int i = 0; i < 6; i++) {
            found.add(Sql.rows(
                            at(url),
                            "select current_setting('default_transaction_isolation') || ' ' ||"
                                    + " current_setting('default_transaction_read_only') || ' ' ||"
                                    + " current_setting('search_path') as said")
                    .get(0)
                    .get("said"));
        }
        return found;
    }

    private static PGSimpleDataSource at(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        return source;
    }
}
