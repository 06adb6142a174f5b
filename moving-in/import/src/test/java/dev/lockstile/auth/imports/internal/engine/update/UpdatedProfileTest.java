package dev.lockstile.auth.imports.internal.engine.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.internal.draft.FirstProfile;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.ProfileDraft;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a profile becomes when its old row has changed, and what of it stays. */
final class UpdatedProfileTest {

    private static final Instant DAY = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant READ = Instant.parse("2026-12-01T10:00:00Z");
    private static final Person ANN = new Person("Ann", "Lee", "Cruz", LocalDate.of(1990, 2, 3), "f");
    private static final SettingsJson SETTINGS = SettingsJson.of("{\"a\":1}");
    private static final RowTimes TIMES = RowTimes.fresh(DAY);
    private static final RowTimes GONE = new RowTimes(DAY, DAY, DAY, false);

    @Test
    void a_row_that_says_the_same_is_not_written() {
        assertThat(update(here(true, true), false, old(ANN, "editor", true, TIMES)))
                .isNull();
        assertThat(update(here(false, true), false, old(ANN, "editor", true, TIMES)))
                .isNull();
        assertThat(first(here(true, true), false, new FirstProfile(ANN, "editor", "home", "a.png", SETTINGS)))
                .isNull();
    }

    @Test
    void each_difference_is_written() {
        NewProfile here = here(false, true);
        assertThat(changed(here, old(Person.UNKNOWN, "editor", true, TIMES)).person())
                .isEqualTo(Person.UNKNOWN);
        assertThat(changed(here, old(ANN, "USER", true, TIMES)).status().role()).isEqualTo("USER");
        assertThat(changed(here, old(ANN, "editor", false, TIMES)).status().active())
                .isFalse();
        assertThat(changed(here, old(ANN, "editor", true, GONE)).times().deletedAt())
                .isEqualTo(DAY);
        assertThat(changed(here, draft("work", "a.png", SETTINGS)).label()).isEqualTo("work");
        assertThat(changed(here, draft("home", null, SETTINGS)).picture()).isNull();
        assertThat(changed(here, draft("home", "a.png", SettingsJson.EMPTY)).settings())
                .isEqualTo(SettingsJson.EMPTY);
    }

    @Test
    void the_default_profile_stays_active_and_the_mark_stays_where_it_is() {
        assertThat(update(here(true, true), false, old(ANN, "editor", false, TIMES)))
                .isNull();
        NewProfile next = changed(here(true, true), old(ANN, "USER", false, TIMES));
        assertThat(next.status()).isEqualTo(new ProfileInfo.Status("USER", true, true));
        assertThat(changed(here(false, true), old(ANN, "USER", true, TIMES))
                        .status()
                        .isDefault())
                .isFalse();
        FirstProfile user = new FirstProfile(ANN, "USER", "home", "a.png", SETTINGS);
        assertThat(Objects.requireNonNull(first(here(true, false), false, user)).status())
                .isEqualTo(new ProfileInfo.Status("USER", true, false));
    }

    @Test
    void what_a_second_row_may_have_filled_in_stays_where_the_first_has_nothing() {
        NewProfile here = here(true, true);
        assertThat(update(here, true, old(Person.UNKNOWN, "USER", true, TIMES))).isNull();
        assertThat(first(here, true, new FirstProfile(Person.UNKNOWN, "USER", "home", null, SETTINGS)))
                .isNull();
        assertThat(Objects.requireNonNull(first(here, false, new FirstProfile(ANN, "editor", "home", null, SETTINGS)))
                        .picture())
                .isNull();
        Person other = new Person("Bea", null, null, null, null);
        NewProfile next = Objects.requireNonNull(update(here, true, old(other, "manager", true, TIMES)));
        assertThat(next.person()).isEqualTo(new Person("Bea", "Lee", "Cruz", LocalDate.of(1990, 2, 3), "f"));
        assertThat(next.status().role()).isEqualTo("manager");
    }

    @Test
    void a_row_without_a_date_of_change_keeps_the_one_it_has_here() {
        RowTimes undated = new RowTimes(READ, READ, null, false);
        assertThat(changed(here(false, true), old(ANN, "USER", true, undated)).times())
                .isEqualTo(TIMES);
        RowTimes dated = new RowTimes(READ, DAY.plusSeconds(60), null, false);
        assertThat(changed(here(false, true), old(ANN, "USER", true, dated)).times())
                .isEqualTo(new RowTimes(DAY, DAY.plusSeconds(60), null, false));
    }

    private static NewProfile changed(NewProfile here, ProfileDraft old) {
        return Objects.requireNonNull(update(here, false, old));
    }

    private static @Nullable NewProfile update(NewProfile here, boolean mayBeFilled, ProfileDraft old) {
        return new UpdatedProfile(here, mayBeFilled, READ).next(old);
    }

    private static @Nullable NewProfile first(NewProfile here, boolean mayBeFilled, FirstProfile about) {
        return new UpdatedProfile(here, mayBeFilled, READ).next(about, TIMES);
    }

    private static NewProfile here(boolean isDefault, boolean active) {
        return new NewProfile(
                new UserId(1L),
                ANN,
                new ProfileInfo.Status("editor", isDefault, active),
                "home",
                "a.png",
                SETTINGS,
                TIMES);
    }

    private static ProfileDraft old(Person person, String role, boolean active, RowTimes times) {
        return new ProfileDraft(
                new Origin(Entity.PROFILES, 1, "digest"),
                person,
                new ProfileInfo.Status(role, false, active),
                "home",
                "a.png",
                SETTINGS,
                times,
                List.of());
    }

    private static ProfileDraft draft(String label, @Nullable String picture, SettingsJson settings) {
        ProfileDraft old = old(ANN, "editor", true, TIMES);
        return new ProfileDraft(old.origin(), ANN, old.status(), label, picture, settings, TIMES, List.of());
    }
}
