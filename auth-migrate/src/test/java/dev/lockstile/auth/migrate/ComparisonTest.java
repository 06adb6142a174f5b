package dev.lockstile.auth.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.migrate.draft.Entity;
import dev.lockstile.auth.migrate.draft.FirstProfile;
import dev.lockstile.auth.migrate.draft.Origin;
import dev.lockstile.auth.migrate.draft.ProfileDraft;
import dev.lockstile.auth.migrate.draft.Trust;
import dev.lockstile.auth.migrate.draft.UserDraft;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.ProfileStanding;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.Standing;
import dev.lockstile.auth.model.UserDates;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The checksums of two sides are equal exactly when no field differs. */
final class ComparisonTest {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    private static final ProfileStanding STANDING = new ProfileStanding("USER", true, true);

    @Test
    void another_value_of_a_setting_changes_the_checksum() {
        Comparison compared = settings("{\"language\": \"es\"}", "{\"language\": \"en\"}");
        assertThat(compared.differing()).containsExactly("profile.settings");
        assertThat(compared.checksumHere()).isNotEqualTo(compared.checksumThere());
    }

    @Test
    void settings_that_a_column_puts_in_another_order_have_the_same_checksum() {
        Comparison compared =
                settings("{\"theme\":\"dark\",\"language\":\"es\"}", "{\"language\": \"es\", \"theme\": \"dark\"}");
        assertThat(compared.differing()).isEmpty();
        assertThat(compared.checksumHere()).isEqualTo(compared.checksumThere());
    }

    private static Comparison settings(String there, String here) {
        Comparison compared = new Comparison(user(), NOW);
        compared.profile(
                new ProfileDraft(
                        new Origin(Entity.PROFILES, 1L, "print"),
                        Person.UNKNOWN,
                        STANDING,
                        "",
                        null,
                        SettingsJson.of(there),
                        RowTimes.fresh(NOW),
                        List.of()),
                new ProfileInfo(
                        new ProfileId(1L), new UserId(1L), Person.UNKNOWN, STANDING, "", null, SettingsJson.of(here)));
        return compared;
    }

    private static UserDraft user() {
        return new UserDraft(
                new Origin(Entity.USERS, 1L, "print"),
                List.of(),
                null,
                Trust.always(true),
                Standing.ORDINARY,
                new UserDates(NOW, null, null),
                SettingsJson.EMPTY,
                RowTimes.fresh(NOW),
                FirstProfile.UNKNOWN,
                null,
                List.of());
    }
}
