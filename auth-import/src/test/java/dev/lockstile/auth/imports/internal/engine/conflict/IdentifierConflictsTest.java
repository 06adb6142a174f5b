package dev.lockstile.auth.imports.internal.engine.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.draft.Origin;
import dev.lockstile.auth.imports.draft.UserDraft;
import dev.lockstile.auth.imports.mapping.PersonBuilder;
import dev.lockstile.auth.imports.preset.DuplicatePolicy;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.SmallLegacy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is held of the people of a source until the run ends. */
final class IdentifierConflictsTest {

    @Test
    void who_wins_is_held_without_the_row_whatever_becomes_known() {
        SmallLegacy old = new SmallLegacy();
        old.user(1).user(2, "email", "'USER1@example.com'");
        try (Source source = old.source();
                IdentifierConflicts conflicts = new IdentifierConflicts(DuplicatePolicy.MERGE, true)) {
            PersonBuilder.Reading reading = new PersonBuilder.Reading(IdentifierRules.standard(), null, Importing.NOW);
            List<UserDraft> users = JbDrfAuthPreset.discovering()
                    .open(source, reading)
                    .tables()
                    .get(0)
                    .users(null, 10);
            users.forEach(conflicts::enter);
            conflicts.count();
            UserDraft first = users.get(0);
            assertThat(first.origin().row()).isNotNull();
            String key = IdentifierRules.standard()
                    .email("user1@example.com")
                    .orElseThrow()
                    .key();

            conflicts.known(first);
            assertThat(conflicts.winner(key)).get().extracting(Origin::legacyId).isEqualTo("1");
            assertThat(conflicts.winner(key).orElseThrow().row()).isNull();
            conflicts.granted(key, first.origin(), true, false);
            assertThat(conflicts.winner(key).orElseThrow().row()).isNull();
        }
    }
}
