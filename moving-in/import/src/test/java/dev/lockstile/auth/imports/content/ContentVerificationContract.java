package dev.lockstile.auth.imports.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.report.VerifiedRows;
import dev.lockstile.auth.imports.report.VerifyReport.Difference;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.support.Importing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Content of the BioGraph set beside what came of it. */
abstract class ContentVerificationContract extends ContentFixture {

    private final List<Difference> told = new ArrayList<>();

    @Test
    void nothing_differs_after_a_run_and_nothing_was_compared_before_it() {
        people();
        VerifiedRows before = verify(BIOGRAPHS, biographs());
        assertThat(before.isCompared()).isFalse();
        run(BIOGRAPHS, biographs());
        run(CO_AUTHORS, biographs());
        run(FRIENDS, users());
        for (String mapping : List.of(BIOGRAPHS, CO_AUTHORS)) {
            assertClean(verify(mapping, biographs()));
        }
        assertClean(verify(FRIENDS, users()));
        assertThat(told).isEmpty();
    }

    private static void assertClean(VerifiedRows rows) {
        assertThat(rows.isClean()).isTrue();
        assertThat(rows.in(VerifiedRows.EQUAL)).isPositive();
        assertThat(rows.outcomes()).containsOnlyKeys(VerifiedRows.EQUAL, VerifiedRows.NOT_IN_TARGET);
    }

    @Test
    void what_was_changed_or_removed_here_and_changed_there_is_told_without_values() {
        people();
        run(BIOGRAPHS, biographs());
        run(CO_AUTHORS, biographs());
        List<String> ids = host.rows("select legacy_id from biograph where title is not null order by id").stream()
                .map(row -> row.get("legacy_id"))
                .toList();
        host.execute(
                "update biograph set title = 'mine', written_at = '2001-01-01T00:00:00Z' where legacy_id = '"
                        + ids.get(0) + "'",
                "update biograph set title = null where legacy_id = '" + ids.get(1) + "'",
                "update biograph set keywords = null where legacy_id = '" + withKeywords() + "'",
                "delete from co_author");
        VerifiedRows found = verify(BIOGRAPHS, biographs());
        assertThat(found.isClean()).isFalse();
        assertThat(found.in(VerifiedRows.DIFFERS)).isEqualTo(3);
        assertThat(found.differing()).isEqualTo(Map.of("title", 2L, "written_at", 1L, "keywords", 1L));
        assertThat(told).extracting(Difference::legacyId).contains(ids.get(0), ids.get(1));
        assertThat(told.toString()).doesNotContain("mine");

        told.clear();
        VerifiedRows gone = verify(CO_AUTHORS, biographs());
        assertThat(gone.in(VerifiedRows.GONE)).isPositive().isEqualTo(told.size());
        assertThat(told).allSatisfy(one -> assertThat(one.field()).isEqualTo(Difference.ROW));
    }

    private String withKeywords() {
        return host.rows("select legacy_id from biograph where keywords is not null order by id desc")
                .get(0)
                .get("legacy_id");
    }

    @Test
    void a_row_whose_owner_was_deleted_since_or_that_changed_there_is_not_compared() {
        people();
        String first = "{\"_id\": \"b1\", \"user_id\": \"" + owner() + "\", \"record_text\": \"text\","
                + " \"is_published\": true, \"created_date\": \"2016-04-07T23:06:42Z\"}";
        run(BIOGRAPHS, lines(first));
        VerifiedRows changed = verify(BIOGRAPHS, lines(first.replace("\"text\"", "\"other\"")));
        assertThat(changed.outcomes()).isEqualTo(Map.of(VerifiedRows.CHANGED_AT_SOURCE, 1L));
        String id = host.rows("select owner_id from biograph").get(0).get("owner_id");
        host.store().alone(tx -> {
            tx.users().softDelete(host.store().userId(id).orElseThrow(), Importing.NOW);
            return true;
        });
        assertThat(verify(BIOGRAPHS, lines(first)).outcomes()).isEqualTo(Map.of(VerifiedRows.USED_AT_TARGET, 1L));
    }

    private String owner() {
        return host.rows("select legacy_id from auth_legacy_link where entity = 'users' order by legacy_id")
                .get(0)
                .get("legacy_id");
    }

    private VerifiedRows verify(String mapping, Source source) {
        try (source) {
            return new ContentVerification(target(host), ContentMapping.read(mapping), null).run(source, told::add);
        }
    }
}
