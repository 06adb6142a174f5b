package dev.lockstile.auth.imports.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.Source;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole content of the BioGraph set, friends and co-authors among it, is accounted for. */
abstract class BioGraphContract extends ContentFixture {

    private static final JsonNode KEY = JsonMapper.builder()
            .build()
            .readTree(BioGraphContract.class.getResourceAsStream("/legacy/answer_key.json"));

    @Test
    void each_of_the_600_biographs_comes_with_its_owner_or_is_told_with_a_reason() {
        people();
        try (Source source = biographs()) {
            ImportReport planned = content(BIOGRAPHS).plan(source, ImportWatch.none());
            assertThat(host.count("select count(*) from biograph")).isZero();
            ImportReport.EntityCounts counts =
                    run(BIOGRAPHS, biographs()).entities().get("biographs");
            assertThat(planned.entities().get("biographs")).isEqualTo(counts);
            assertThat(counts.read()).isEqualTo(600);
            assertThat(counts.byReason().get("orphan"))
                    .isEqualTo(KEY.at("/biographs/orphan: owner unknown").longValue()
                            + KEY.at("/biographs/user_id null").longValue());
            assertThat(counts.in(State.CREATED))
                    .isEqualTo(600
                            - counts.byReason().get("orphan")
                            - counts.byReason().get("waiting_for_owner"));
            assertThat(host.count("select count(*) from biograph")).isEqualTo(counts.in(State.CREATED));
        }
        assertThat(host.count("select count(*) from biograph b join auth_legacy_link l on l.entity = 'users' and"
                        + " l.local_ref = cast(b.owner_id as varchar)"))
                .isEqualTo(host.count("select count(*) from biograph"));
        assertThat(host.count("select count(*) from biograph where title is null"))
                .isPositive();
        assertThat(host.count("select count(*) from biograph where title like 'Mi historia %' and written_at between"
                        + " timestamp with time zone '2016-04-07 22:00:00+00' and"
                        + " timestamp with time zone '2016-04-08 00:00:00+00'"))
                .isPositive();
        assertThat(quarantine.stream().map(QuarantineEntry::detail).collect(Collectors.joining()))
                .doesNotContainPattern("[0-9a-f]{24}");
    }

    @Test
    void friends_and_co_authors_come_where_both_people_have() {
        people();
        run(BIOGRAPHS, biographs());
        ImportReport.EntityCounts friends = run(FRIENDS, users()).entities().get("friends");
        Map<String, Set<String>> named = named(users(), "friends");
        assertThat(friends.read())
                .isEqualTo(named.values().stream().mapToLong(Set::size).sum() + friends.in(State.SKIPPED));
        assertThat(host.count("select count(*) from friendship"))
                .isEqualTo(friends.in(State.CREATED))
                .isEqualTo(bothHere(named));

        ImportReport.EntityCounts authors =
                run(CO_AUTHORS, biographs()).entities().get("co_authors");
        assertThat(authors.in(State.CREATED)).isPositive();
        assertThat(host.count("select count(*) from co_author")).isEqualTo(authors.in(State.CREATED));
        assertThat(authors.read())
                .isEqualTo(named(biographs(), "co_authors").values().stream()
                                .mapToLong(Set::size)
                                .sum()
                        + authors.in(State.SKIPPED));
    }

    @Test
    void a_second_run_writes_nothing_and_a_rollback_takes_all_back() {
        people();
        run(BIOGRAPHS, biographs());
        run(CO_AUTHORS, biographs());
        long rows = host.count("select count(*) from biograph");
        ImportReport.EntityCounts again = run(BIOGRAPHS, biographs()).entities().get("biographs");
        assertThat(again.in(State.CREATED)).isZero();
        assertThat(again.in(State.UNCHANGED)).isEqualTo(rows);

        ContentRollback rollback = new ContentRollback(target(host));
        List<String> runs = host
                .rows("select run_id from auth_legacy_link where source_system like 'content of %'"
                        + " group by run_id order by run_id desc")
                .stream()
                .map(row -> row.get("run_id"))
                .toList();
        assertThat(runs).hasSize(2);
        runs.forEach(run ->
                assertThat(rollback.run(run, ImportWatch.none()).isWhole()).isTrue());
        assertThat(host.count("select count(*) from biograph")).isZero();
        assertThat(host.count("select count(*) from co_author")).isZero();
        assertThat(host.count("select count(*) from auth_legacy_link where source_system like 'content of %'"))
                .isZero();
    }

    private static Map<String, Set<String>> named(Source source, String list) {
        Map<String, Set<String>> named = new HashMap<>();
        try (source) {
            new ContentPages(source, ContentMapping.read(FRIENDS.replace("\"friends\"", '"' + list + '"')))
                    .each(
                            100,
                            page -> page.forEach(
                                    row -> named.computeIfAbsent(row.row().key().toString(), any -> new HashSet<>())
                                            .add(String.valueOf(row.cell(list)))));
        }
        return named;
    }

    private long bothHere(Map<String, Set<String>> named) {
        Set<String> here = host.rows("select legacy_id from auth_legacy_link where entity = 'users'").stream()
                .map(row -> row.get("legacy_id"))
                .collect(Collectors.toSet());
        return named.entrySet().stream()
                .filter(person -> here.contains(person.getKey()))
                .mapToLong(person ->
                        person.getValue().stream().filter(here::contains).count())
                .sum();
    }
}
