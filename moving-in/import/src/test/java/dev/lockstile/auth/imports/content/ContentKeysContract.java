package dev.lockstile.auth.imports.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.MongoPhoneOtpPreset;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.report.RollbackReport;
import dev.lockstile.auth.imports.support.Importing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What identifies a row of the host, by which a rollback removes it. */
abstract class ContentKeysContract extends ContentFixture {

    private static final String ANA = "54a48f90206b659801000001";
    private static final String NOTES = """
            {
              "name": "notes", "table": "note", "key": ["author_id"],
              "columns": {"slug": "slug", "words": "words"},
              "owners": {"author_id": "author"}
            }
            """;

    /** The type of numbers of any size. */
    abstract String unbounded();

    @BeforeEach
    void ana() {
        host.execute("create table note (author_id bigint not null references auth_user(id), slug varchar(9) not null,"
                + " words varchar(9))");
        new Importing(host.store())
                .run(
                        lines("{\"_id\": \"" + ANA + "\", \"username\": \"ana\", \"phone_number\": \"8085550001\","
                                + " \"country_code\": \"1\", \"status_key\": 1, \"is_removed\": false}"),
                        new MongoPhoneOtpPreset(),
                        ImportOptions.defaults());
        host.execute("insert into note select min(id), 'own', 'mine' from auth_user");
    }

    private static String note(String slug) {
        return "{\"id\": \"" + slug + "\", \"slug\": \"" + slug + "\", \"author\": \"" + ANA + "\"}";
    }

    @Test
    void a_key_that_is_not_unique_is_refused_since_a_rollback_would_remove_other_rows() {
        assertThatThrownBy(() -> run(NOTES, lines(note("a"))))
                .hasMessageContaining("[author_id] of note is not unique");
        host.execute("create unique index note_by_slug on note (author_id, slug)");
        assertThatThrownBy(() -> run(NOTES, lines(note("a")))).hasMessageContaining("is not unique");
        String both = NOTES.replace("[\"author_id\"]", "[\"author_id\", \"SLUG\"]");
        assertThat(run(both, lines(note("a"), note("b"))).isClean()).isTrue();
        assertThat(takenBack().entities().toString()).contains("removed=2");
        assertThat(host.rows("select slug from note").toString()).isEqualTo("[{slug=own}]");
    }

    @Test
    void a_rollback_keeps_rows_whose_key_is_not_unique_any_more() {
        host.execute("create unique index note_by_slug on note (slug)");
        run(NOTES.replace("author_id\"]", "slug\"]"), lines(note("a"), note("b")));
        host.execute("drop index note_by_slug", "insert into note select min(id), 'a', 'mine' from auth_user");
        assertThat(takenBack().entities().toString()).contains("removed=1", "referred_to=1");
        assertThat(host.count("select count(*) from note where slug = 'a'")).isEqualTo(2);
    }

    @Test
    void columns_of_a_table_with_a_like_name_do_not_count_and_numbers_without_bounds_are_not_rounded() {
        host.execute(
                "create table note_of (slug varchar(9) primary key, author_id bigint not null, ratio " + unbounded()
                        + ", price numeric(6, 2))",
                "create table noteyof (slug integer not null, needed varchar(9) not null)");
        String mapping = NOTES.replace("\"note\"", "\"note_of\"")
                .replace(" \"key\": [\"author_id\"],", "")
                .replace("\"words\": \"words\"", "\"ratio\": \"ratio\", \"price\": \"price\"");
        String priced = ", \"ratio\": 1.5, \"price\": \"%s\"}";
        run(
                mapping,
                lines(
                        note("a").replace("}", priced.formatted("9.50")),
                        note("b").replace("}", priced.formatted("9.505"))));
        assertThat(quarantine).extracting(QuarantineEntry::legacyId).containsExactly("b");
        assertThat(host.count("select count(*) from note_of where slug = 'a' and ratio = 1.5"))
                .isEqualTo(1);
    }

    private RollbackReport takenBack() {
        String run = host.rows("select run_id from auth_import_run where preset = 'content'")
                .get(0)
                .get("run_id");
        return new ContentRollback(target(host)).run(run, ImportWatch.none());
    }
}
