package dev.lockstile.auth.imports.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.MongoPhoneOtpPreset;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.model.UserId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Owners whose accounts were deleted or merged after they came. */
abstract class ContentOwnersContract extends ContentFixture {

    private static final String NOTES = """
            {"name": "notes", "id": "id", "table": "note", "columns": {"id": "id"}, "owners": {"owner_id": "owner"}}
            """;

    private List<UserId> users;

    @BeforeEach
    void four_people() {
        host.execute("create table note (id varchar(20) primary key, owner_id bigint not null references"
                + " auth_user(id))");
        new Importing(host.store())
                .run(
                        lines(IntStream.range(0, 4)
                                .mapToObj(ContentOwnersContract::person)
                                .toArray(String[]::new)),
                        new MongoPhoneOtpPreset(),
                        ImportOptions.defaults());
        users = host.rows("select local_ref from auth_legacy_link where entity = 'users' order by legacy_id").stream()
                .map(row -> host.store().userId(row.get("local_ref")).orElseThrow())
                .toList();
    }

    private static String old(int number) {
        return "54a48f90206b65980100000" + number;
    }

    private static String person(int number) {
        return "{\"_id\": \"" + old(number) + "\", \"username\": \"u" + number
                + "\", \"phone_number\": \"808555000" + number
                + "\", \"country_code\": \"1\", \"status_key\": 1, \"is_removed\": false}";
    }

    @Test
    void rows_of_a_deleted_account_stay_out_until_it_is_restored() {
        delete(0);
        runOfAll();
        assertThat(quarantine)
                .extracting(QuarantineEntry::legacyId, QuarantineEntry::reason)
                .containsExactly(tuple("n0", "owner_deleted"));
        assertThat(quarantine.toString()).doesNotContain(old(0));
        assertThat(owners()).isEqualTo(List.of(users.get(1), users.get(2), users.get(3)));
        host.store().alone(tx -> {
            tx.users().restore(users.get(0), List.of(), Importing.NOW);
            return true;
        });
        runOfAll();
        assertThat(quarantine).isEmpty();
        assertThat(owners()).isEqualTo(users);
    }

    @Test
    void rows_of_a_merged_account_go_to_the_one_that_stays_and_to_none_when_that_is_deleted() {
        merge(0, 1);
        merge(1, 2);
        merge(3, 0); // whose merges lead on
        runOfAll();
        assertThat(quarantine).isEmpty();
        assertThat(owners()).isEqualTo(List.of(users.get(2), users.get(2), users.get(2), users.get(2)));
        host.execute("delete from note", "delete from auth_legacy_link where entity = 'notes'");
        delete(2);
        runOfAll();
        assertThat(quarantine)
                .hasSize(4)
                .allSatisfy(row -> assertThat(row.reason()).isEqualTo("owner_deleted"));
    }

    @Test
    void merges_in_a_circle_end_as_deleted() {
        merge(0, 1);
        merge(1, 0);
        runOfAll();
        assertThat(quarantine).hasSize(2);
        assertThat(owners()).isEqualTo(List.of(users.get(2), users.get(3)));
    }

    private void runOfAll() {
        run(
                NOTES,
                lines(IntStream.range(0, 4)
                        .mapToObj(i -> "{\"id\": \"n" + i + "\", \"owner\": \"" + old(i) + "\"}")
                        .toArray(String[]::new)));
    }

    private List<UserId> owners() {
        return host.rows("select owner_id from note order by id").stream()
                .map(row -> host.store().userId(row.get("owner_id")).orElseThrow())
                .toList();
    }

    private void delete(int number) {
        host.store().alone(tx -> {
            tx.users().softDelete(users.get(number), Importing.NOW);
            return true;
        });
    }

    /** What a merge leaves in the store of both accounts. */
    private void merge(int from, int into) {
        delete(from);
        host.store().alone(tx -> {
            tx.legacy().enterMerge(users.get(from), users.get(into), Importing.NOW);
            return true;
        });
    }
}
