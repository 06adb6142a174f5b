package dev.lockstile.auth.imports.internal.journal;

import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.email;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.name;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.internal.draft.Finding;
import dev.lockstile.auth.imports.internal.draft.FirstProfile;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.ProfileDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.engine.conflict.OldUser;
import dev.lockstile.auth.imports.report.NamedPerson;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is named to the mover, for what, and who is not. */
final class PeopleToReviewTest {

    private static final FirstProfile EDITOR = new FirstProfile(Person.UNKNOWN, "editor", "", null, SettingsJson.EMPTY);

    private final RunCounts counts = new RunCounts();
    private final OldUser ann = new OldUser(1).has(email("ann@example.com"), name("ann"));
    private final OldUser staff =
            new OldUser(2).has(email("ben@example.com")).with(new UserInfo.Status(true, true, true, null));

    @Test
    void rights_and_roles_other_than_the_usual_one_are_named_once_each() {
        PeopleToReview.privileged(
                new PersonDraft(
                        staff.draft().with(EDITOR),
                        List.of(profile("manager", null), profile("editor", null), profile("USER", null)),
                        List.of(),
                        List.of()),
                counts);

        assertThat(counts.named())
                .containsExactly(new NamedPerson(
                        "privileged",
                        "users",
                        "2",
                        "staff, superuser, role editor, role manager",
                        Map.of("email", "ben@example.com")));
    }

    @Test
    void of_a_second_row_only_the_role_is_named() {
        PeopleToReview.privilegedByRole(PersonDraft.alone(staff.draft().with(EDITOR)), counts);

        assertThat(counts.named()).extracting(NamedPerson::detail).containsExactly("role editor");
    }

    @Test
    void whoever_may_nothing_more_than_others_or_is_deleted_is_not_named() {
        PeopleToReview.privileged(PersonDraft.alone(ann.draft()), counts);
        PeopleToReview.privilegedByRole(PersonDraft.alone(staff.draft()), counts);
        PeopleToReview.privileged(
                new PersonDraft(ann.draft(), List.of(profile("manager", OldUser.DAY)), List.of(), List.of()), counts);
        UserDraft gone =
                staff.with(new UserInfo.Status(true, true, true, OldUser.DAY)).draft();
        PeopleToReview.privileged(PersonDraft.alone(gone.with(EDITOR)), counts);
        PeopleToReview.secondFactor("second_factor_locked", gone, "totp", counts);

        assertThat(counts.named()).isEmpty();
    }

    @Test
    void what_a_rule_was_unsure_of_and_lost_factors_are_named() {
        PeopleToReview.found(
                ann.draft(),
                List.of(new Finding("state_uncertain", "status", "why"), new Finding("name_cut", "name", "")),
                counts);
        PeopleToReview.secondFactor("second_factor_locked", ann.draft(), "totp", counts);

        Map<String, String> names = Map.of("email", "ann@example.com", "username", "ann");
        assertThat(counts.named())
                .containsExactlyInAnyOrder(
                        new NamedPerson("state_uncertain", "users", "1", "why", names),
                        new NamedPerson("second_factor_locked", "users", "1", "totp", names));
    }

    private static ProfileDraft profile(String role, @Nullable Instant deletedAt) {
        return new ProfileDraft(
                new Origin(Entity.PROFILES, 1, "digest"),
                Person.UNKNOWN,
                new ProfileInfo.Status(role, false, true),
                "",
                null,
                SettingsJson.EMPTY,
                new RowTimes(OldUser.DAY, OldUser.DAY, deletedAt, false),
                List.of());
    }
}
