package dev.lockstile.auth.imports.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.internal.draft.Finding;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.people.UncopiedRows;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.UpdatePolicy;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.NamedPerson;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the journal of a run holds is read as it was written, so that a run that is taken up again knows as much. */
final class RunJournalTextsTest {

    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");

    @Test
    void counts_are_read_as_they_were_written() {
        RunCounts written = counts(1);

        RunCounts read = RunCountsJson.read(RunCountsJson.write(written, "mark"));

        assertThat(RunCountsJson.mark(RunCountsJson.write(written, "mark"))).isEqualTo("mark");
        assertThat(read.entities()).isEqualTo(written.entities());
        assertThat(read.entities().get("users").in(State.CREATED)).isEqualTo(2);
        assertThat(read.entities().get("users").in(State.SKIPPED)).isEqualTo(1);
        assertThat(read.entities().get("users").added()).isEqualTo(3);
        assertThat(read.entities().get("sessions").in(State.SKIPPED)).isEqualTo(4);
        assertThat(read.entities().get("sessions").byReason()).isEqualTo(Map.of("no_target", 4L));
        assertThat(read.entities().get("users").byReason()).isEqualTo(Map.of("no_identifier", 1L, "not_live", 1L));
        assertThat(read.warnings()).isEqualTo(Map.of("name_cut", 2L, "once", 1L, "no_target", 4L));
        assertThat(read.hashFormats()).isEqualTo(Map.of("bcrypt", 2L));
        assertThat(read.socialProviders()).isEqualTo(Map.of("google", 2L));
        assertThat(read.proofs()).isEqualTo(Map.of("email_proven", 5L));
        assertThat(read.named()).containsExactly(new NamedPerson("privileged", "users", "1", "staff", Map.of()));
    }

    @Test
    void of_people_to_be_named_no_name_is_written() {
        assertThat(RunCountsJson.write(counts(1), "mark")).doesNotContain("ann@example.com");
    }

    @Test
    void counts_of_two_batches_add_up() {
        RunCounts total = new RunCounts();
        total.add(counts(1));
        total.add(counts(2));

        assertThat(total.entities().get("users").in(State.CREATED)).isEqualTo(4);
        assertThat(total.entities().get("users").in(State.QUARANTINED)).isEqualTo(2);
        assertThat(total.entities().get("users").added()).isEqualTo(6);
        assertThat(total.entities().get("users").byReason()).isEqualTo(Map.of("no_identifier", 2L, "not_live", 2L));
        assertThat(total.warnings()).isEqualTo(Map.of("name_cut", 4L, "once", 2L, "no_target", 8L));
        assertThat(total.hashFormats()).isEqualTo(Map.of("bcrypt", 4L));
        assertThat(total.socialProviders()).isEqualTo(Map.of("google", 4L));
        assertThat(total.proofs()).isEqualTo(Map.of("email_proven", 10L));
        assertThat(total.named()).extracting(NamedPerson::legacyId).containsExactly("1", "2");
        assertThat(total.quarantined())
                .containsExactly(
                        new QuarantineEntry("users", "1", "no_identifier", "email", "none"),
                        new QuarantineEntry("users", "2", "no_identifier", "email", "none"));
    }

    @Test
    void rows_are_counted_with_their_reason() {
        RunCounts counts = new RunCounts();
        counts.count("logs", State.SKIPPED, "no_target", 3);

        assertThat(counts.entities().get("logs").in(State.SKIPPED)).isEqualTo(3);
        assertThat(counts.entities().get("logs").byReason()).isEqualTo(Map.of("no_target", 3L));
    }

    @Test
    void addresses_and_numbers_that_are_owned_are_proven_admitted_or_unproven() {
        RunCounts counts = new RunCounts();
        counts.proofs(user(null, claim(IdentifierKind.EMAIL, true, NOW), claim(IdentifierKind.PHONE, true, null)));
        counts.proofs(user(NOW, claim(IdentifierKind.EMAIL, true, null), claim(IdentifierKind.PHONE, true, NOW)));
        counts.proofs(user(NOW, claim(IdentifierKind.USERNAME, true, null), claim(IdentifierKind.PHONE, false, null)));

        assertThat(counts.proofs())
                .isEqualTo(Map.of("email_proven", 1L, "email_admitted", 1L, "phone_proven", 1L, "phone_unproven", 1L));
    }

    @Test
    void rows_of_which_there_are_none_have_no_reason() {
        RunCounts counts = new RunCounts();
        counts.count("users", State.SKIPPED, "not_live", 0);
        counts.count("users", State.CREATED, "", 1);
        counts.uncopied(new UncopiedRows("sessions", 0, "no_target"));
        counts.expect(Entity.DEVICES);

        assertThat(counts.entities().get("users").byReason()).isEmpty();
        assertThat(counts.entities().get("sessions").byReason()).isEmpty();
        assertThat(counts.entities().get("devices").read()).isZero();
        assertThat(counts.warnings()).isEmpty();
    }

    @Test
    void people_beyond_the_bound_are_counted_and_not_held() {
        RunCounts total = new RunCounts();
        IntStream.range(0, ImportReport.NamedPeople.MOST + 5)
                .forEach(id -> total.nameBounded(new NamedPerson("privileged", "users", "" + id, "staff", Map.of())));
        total.nameBounded(new NamedPerson("state_uncertain", "users", "1", "", Map.of()));

        ImportReport.NamedPeople named = total.namedByKind().get("privileged");
        assertThat(named.count()).isEqualTo(ImportReport.NamedPeople.MOST + 5);
        assertThat(named.first()).hasSize(ImportReport.NamedPeople.MOST);
        assertThat(total.namedByKind().get("state_uncertain").first()).hasSize(1);
    }

    @Test
    void options_are_read_as_they_were_written() {
        ImportOptions every = ImportOptions.defaults()
                .withBatchSize(7)
                .withWorkers(3)
                .withDefaultRegion("MX")
                .withSystem("shop")
                .withDuplicates(DuplicatePolicy.MERGE)
                .withUpdates(UpdatePolicy.NONE)
                .withIdsKept()
                .withRowsArchived()
                .withRoles(List.of("editor", "MANAGER"))
                .withOnlyLive()
                .allowFactorLoss();
        for (ImportOptions options : List.of(
                ImportOptions.defaults(),
                every,
                ImportOptions.defaults().withIdsKept(),
                ImportOptions.defaults().withRowsArchived(),
                ImportOptions.defaults().withOnlyLive(),
                ImportOptions.defaults().allowFactorLoss(),
                ImportOptions.defaults().withEmailsTrusted(),
                ImportOptions.defaults().withPhonesTrusted(),
                ImportOptions.defaults().withEmailsTrusted().withPhonesTrusted())) {
            assertThat(OptionsJson.read(OptionsJson.write(options))).isEqualTo(options);
        }
    }

    @ParameterizedTest
    @EnumSource(UpdatePolicy.class)
    void a_run_goes_on_with_the_policy_on_updates_it_began_with(UpdatePolicy policy) {
        ImportOptions options = ImportOptions.defaults().withUpdates(policy);
        assertThat(OptionsJson.read(OptionsJson.write(options)).updates()).isEqualTo(policy);
    }

    @Test
    void options_of_an_older_release_loosen_nothing() {
        ImportOptions read = OptionsJson.read("{\"batch_size\": 10, \"workers\": 1}");

        assertThat(read.updates()).isEqualTo(UpdatePolicy.NONE);
        assertThat(read.keepIds()).isFalse();
        assertThat(read.archiveRows()).isFalse();
        assertThat(read.trusted()).isEmpty();
        assertThat(read.reading().roles()).isEmpty();
        assertThat(read.reading().onlyLive()).isFalse();
        assertThat(read.reading().factors().lossAllowed()).isFalse();
    }

    @Test
    void a_batch_is_known_by_its_table_its_number_and_the_keys_in_it() {
        BatchPosition place = BatchPosition.of("users", 1, List.of(row("1"), row("2")));

        assertThat(place.name()).isEqualTo("users#1");
        assertThat(place).isEqualTo(BatchPosition.of("users", 1, List.of(row("1"), row("2"))));
        for (List<Origin> other :
                List.of(List.of(row("1")), List.of(row("2"), row("1")), List.of(row("12")), List.<Origin>of())) {
            assertThat(BatchPosition.of("users", 1, other).mark()).isNotEqualTo(place.mark());
        }
    }

    private static RunCounts counts(int id) {
        RunCounts counts = new RunCounts();
        counts.count(Entity.USERS, State.CREATED);
        counts.count(Entity.USERS, State.CREATED);
        counts.skip(Entity.USERS, "not_live");
        counts.quarantine(row(String.valueOf(id)), new Finding("no_identifier", "email", "none"));
        counts.uncopied(new UncopiedRows("sessions", 4, "no_target"));
        counts.added("users", 2);
        counts.added(Entity.USERS);
        counts.warn(List.of(new Finding("name_cut", "", ""), new Finding("name_cut", "", "")));
        counts.warnOnce("once");
        counts.warnOnce("once");
        counts.hashFormat("bcrypt");
        counts.hashFormat("bcrypt");
        counts.socialProvider("google");
        counts.socialProvider("google");
        counts.proof("email_proven", 5);
        counts.name(new NamedPerson(
                "privileged", "users", String.valueOf(id), "staff", Map.of("email", "ann@example.com")));
        return counts;
    }

    private static NewUser user(@Nullable Instant admittedAt, IdentifierAssignment... claims) {
        return new NewUser(
                List.of(claims),
                null,
                UserInfo.Status.ORDINARY,
                new UserInfo.Dates(NOW, null, null, admittedAt),
                SettingsJson.EMPTY,
                RowTimes.fresh(NOW));
    }

    private static IdentifierAssignment claim(IdentifierKind kind, boolean owned, @Nullable Instant provenAt) {
        return new IdentifierAssignment(new Identifier(kind, "value", owned ? "key" : ""), owned, provenAt);
    }

    private static Origin row(String id) {
        return new Origin(Entity.USERS, id, "digest");
    }
}
