package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.imports.archive.SourceRowArchive;
import dev.lockstile.auth.imports.internal.journal.OptionsJson;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the old system, kept sealed beside their entries in the ledger. */
abstract class SourceRowArchiveContract extends UpdateFixture {

    private static final ImportOptions KEEP = ImportOptions.defaults().withRowsArchived();
    private static final String SYSTEM = "jb-drf-auth";

    private SourceRowArchive kept() {
        return new SourceRowArchive(host.store(), KEY);
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        assertThat(kept().each(SYSTEM, lines::add)).isEqualTo(lines.size());
        return lines;
    }

    private JsonNode one(String entity, String id) {
        return JsonMapper.builder()
                .build()
                .readTree(kept().one(SYSTEM, entity, id).orElseThrow());
    }

    private void twoPeople() {
        old.user(1, "password", BCRYPT_1, "phone", "'+12025550014'")
                .profile(1, 1, "first_name", "'Ana'")
                .device(1, 1)
                .social(1, 1, "g-1");
        old.user(2);
        importing.run(old.source(), KEEP);
    }

    @Test
    void every_row_that_came_is_kept_whole_and_none_is_readable_without_the_key() {
        twoPeople();

        JsonNode user = one("users", "1");
        assertThat(user.path("entity").asString()).isEqualTo("users");
        assertThat(user.path("legacy_id").asString()).isEqualTo("1");
        JsonNode cells = user.path("row");
        assertThat(cells.path("id").isNumber()).isTrue();
        assertThat(cells.path("email").asString()).isEqualTo("user1@example.com");
        assertThat("'" + cells.path("password").asString() + "'").isEqualTo(BCRYPT_1);
        assertThat(cells.path("is_active").isBoolean()).isTrue();
        assertThat(cells.path("date_joined").asString()).startsWith("2020-01-01T00:00");
        assertThat(cells.get("last_login").isNull()).isTrue();
        assertThat(one("profiles", "1").path("row").path("first_name").asString())
                .isEqualTo("Ana");
        assertThat(one("social_accounts", "1").path("row").has("raw_response"))
                .as("a column that does not leave the source")
                .isFalse();
        assertThat(lines()).hasSize(5);
        assertThat(host.rows("select * from auth_import_source").toString())
                .doesNotContain("example.com", "bcrypt", "Ana", "2025550014");
    }

    @Test
    void without_a_key_nothing_is_kept_and_nothing_is_written() {
        old.user(1);
        Importing keyless = new Importing(host.store());
        assertThatThrownBy(() -> keyless.run(old.source(), KEEP))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("importKey()");
        assertThat(host.count("select count(*) from auth_import_run")).isZero();
        assertThatThrownBy(() -> new SourceRowArchive(host.store(), null).each(SYSTEM, line -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("importKey()");
    }

    @Test
    void another_key_or_another_rows_text_opens_nothing() {
        twoPeople();
        Secret other = AuthKeys.generate().importKey();
        assertThatThrownBy(() -> new SourceRowArchive(host.store(), other).each(SYSTEM, line -> {
                    throw new AssertionError("it was told");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another key");

        host.execute("update auth_import_source set source_row = (select max(o.source_row) from auth_import_source o)");
        List<String> opened = new ArrayList<>();
        assertThatThrownBy(() -> kept().each(SYSTEM, opened::add)).isInstanceOf(IllegalArgumentException.class);
        assertThat(opened).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void a_schema_that_is_older_than_the_library_is_told_before_anything_is_written() {
        old.user(1);
        ImportReport first = importing.run(old.source());
        host.execute("drop table auth_import_source");
        assertThatThrownBy(() -> importing.run(old.source(), KEEP))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("migrate the schema first");
        assertThatThrownBy(() -> rollback(first, KEY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("migrate the schema first");
        assertThat(host.count("select count(*) from auth_user")).isEqualTo(1);
        assertThat(host.rows("select state from auth_import_run")).containsExactly(Map.of("state", "finished"));
    }

    @Test
    void a_dry_run_and_a_run_that_was_not_asked_keep_nothing() {
        old.user(1);
        importing.run(old.source(), KEEP.asDryRun());
        importing.run(old.source());
        assertThat(lines()).isEmpty();
    }

    @Test
    void a_row_that_changed_over_there_is_kept_anew() {
        twoPeople();
        old.execute("update authentication_user set email = 'new1@example.com' where id = 1");
        importing.run(old.source(), KEEP);
        assertThat(one("users", "1").path("row").path("email").asString()).isEqualTo("new1@example.com");
        assertThat(lines()).hasSize(5);
    }

    @Test
    void a_rollback_takes_what_was_kept_of_those_who_go() {
        old.user(1);
        old.user(2);
        ImportReport report = importing.run(old.source(), KEEP);
        signIn(2);
        rollback(report, KEY);
        assertThat(lines()).hasSize(1);
        assertThat(one("users", "2").path("row").path("email").asString()).isEqualTo("user2@example.com");
    }

    @Test
    void a_row_or_all_of_a_system_can_be_forgotten() {
        twoPeople();
        importing.run(old.source(), KEEP.withSystem("second"));
        SourceRowArchive keyless = new SourceRowArchive(host.store(), null);

        assertThat(keyless.forget(SYSTEM, "users", "1")).isTrue();
        assertThat(keyless.forget(SYSTEM, "users", "1")).isFalse();
        assertThat(kept().one(SYSTEM, "users", "1")).isEmpty();
        assertThat(keyless.forget(SYSTEM)).isEqualTo(4);
        assertThat(lines()).isEmpty();
        assertThat(host.count("select count(*) from auth_legacy_link where source_system = 'jb-drf-auth'"))
                .isPositive();
    }

    @Test
    void a_run_that_goes_on_keeps_what_it_began_to_keep() {
        assertThat(OptionsJson.read(OptionsJson.write(KEEP)).archiveRows()).isTrue();
        assertThat(OptionsJson.read(OptionsJson.write(ImportOptions.defaults())).archiveRows())
                .isFalse();
    }
}
