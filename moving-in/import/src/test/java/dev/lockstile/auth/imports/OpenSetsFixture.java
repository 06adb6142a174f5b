package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.source.Sources;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.LegacyDump;
import dev.lockstile.auth.imports.support.Sql;
import dev.lockstile.auth.model.RoleName;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A host, the old systems of the published sets, and what their answer keys say. */
abstract class OpenSetsFixture {

    static final JsonNode EXPECTED = json("expected.json");
    static final JsonNode KEY = json("answer_key.json");

    @TempDir
    Path folder;

    JpaHost host;
    Importing importing;

    abstract JpaHost openHost();

    @BeforeEach
    void open() {
        host = openHost();
        importing = new Importing(host.store());
    }

    @AfterEach
    void close() {
        host.close();
    }

    ImportReport run(SourceOpening source, Preset preset) {
        return run(source, preset, ImportOptions.defaults());
    }

    ImportReport run(SourceOpening source, Preset preset, ImportOptions options) {
        ImportReport dry = importing.run(source.open(), preset, options.asDryRun());
        assertThat(host.count("select count(*) from auth_user")).isZero();
        assertThat(host.count("select count(*) from auth_import_run")).isZero();
        folderIsFree();
        ImportReport real =
                importing.run(source.open(), preset, options.withBatchSize(40).withWorkers(2));
        assertThat(real.entities()).isEqualTo(dry.entities());
        assertThat(real.warnings()).isEqualTo(dry.warnings());
        assertThat(real.hashFormats()).isEqualTo(dry.hashFormats());
        assertThat(real.socialProviders()).isEqualTo(dry.socialProviders());
        return real;
    }

    void folderIsFree() {
        for (java.io.File file : Objects.requireNonNull(folder.toFile().listFiles())) {
            assertThat(file.delete()).isTrue();
        }
    }

    /** A number of the old Django database. */
    static long old(String sql) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(LegacyDump.djangoOtp());
        return Long.parseLong(Sql.rows(database, sql).get(0).get("n"));
    }

    /** The groups of the old Django database that can be roles. */
    static List<String> oldGroups() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(LegacyDump.djangoOtp());
        return Sql.rows(database, "select name from auth_group").stream()
                .map(row -> row.get("name"))
                .filter(name -> RoleName.problem(name).isEmpty())
                .toList();
    }

    interface SourceOpening {
        Source open();
    }

    static Source open(String url) {
        return Sources.open(new SourceAccess(url, null, null));
    }

    static void assertSumsAreWhole(ImportReport report) {
        List<ImportReport.EntityCounts> all = List.copyOf(report.entities().values());
        assertThat(all)
                .allSatisfy(counts -> assertThat(counts.read())
                        .isEqualTo(counts.in(State.CREATED)
                                + counts.in(State.UPDATED)
                                + counts.in(State.MERGED)
                                + counts.in(State.UNCHANGED)
                                + counts.in(State.SKIPPED)
                                + counts.in(State.QUARANTINED)));
    }

    static JsonNode json(String resource) {
        InputStream in = Objects.requireNonNull(OpenSetsFixture.class.getResourceAsStream("/legacy/" + resource));
        return JsonMapper.builder().build().readTree(in);
    }
}
