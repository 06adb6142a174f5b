package dev.lockstile.auth.imports.internal.engine.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A row is read from its text as it was, whatever has become of it since. */
final class RowImagesTest {

    private static final Instant DAY = Instant.parse("2020-01-01T00:00:00.123456Z");
    private static final Secret OLD = Secret.of("old-hash");
    private static final Secret NEW = Secret.of("new-hash");

    private final NewUser full = new NewUser(
            List.of(
                    claim(IdentifierKind.EMAIL, "ann@example.com", true, DAY),
                    claim(IdentifierKind.PHONE, "+12025550143", false, null),
                    claim(IdentifierKind.USERNAME, "ann", true, null)),
            OLD,
            new UserInfo.Status(false, true, false, day(1)),
            new UserInfo.Dates(day(2), day(3), day(4), day(5)),
            SettingsJson.of("{\"language\":\"es\"}"),
            new RowTimes(day(6), day(7), day(1), true));

    private final NewUser bare = new NewUser(
            List.of(),
            null,
            new UserInfo.Status(true, false, true, null),
            new UserInfo.Dates(DAY, null, null, null),
            SettingsJson.EMPTY,
            RowTimes.fresh(DAY));

    @Test
    void a_user_is_as_before_whatever_the_row_is_now() {
        assertThat(RowImages.user(RowImages.of(full, OLD, true), bare, true)).isEqualTo(full);
        assertThat(RowImages.user(RowImages.of(bare, null, true), full, true)).isEqualTo(bare);
    }

    @Test
    void a_password_goes_back_only_where_it_was_replaced_and_kept() {
        NewUser now = new NewUser(List.of(), NEW, bare.status(), bare.dates(), bare.settings(), bare.times());
        String replaced = RowImages.of(full, OLD, true);
        String same = RowImages.of(full, null, false);

        assertThat(RowImages.user(replaced, now, true).passwordHash()).isEqualTo(OLD);
        assertThat(RowImages.user(replaced, now, false).passwordHash()).isEqualTo(NEW);
        assertThat(RowImages.user(same, now, true).passwordHash()).isEqualTo(NEW);
        assertThat(RowImages.user(RowImages.of(bare, null, true), now, true).passwordHash())
                .as("there was none")
                .isNull();
        assertThat(RowImages.hashChanged(replaced)).isTrue();
        assertThat(RowImages.hashChanged(same)).isFalse();
        assertThat(same).doesNotContain("hash\":\"").doesNotContain("old-hash");
    }

    @Test
    void a_profile_is_as_before_but_for_its_owner_and_the_mark_of_the_default_one() {
        NewProfile before = new NewProfile(
                new UserId(1L),
                new Person("Ann", "Lee", "Cruz", LocalDate.of(1990, 2, 3), "f"),
                new ProfileInfo.Status("editor", true, false),
                "home",
                "ann.png",
                SettingsJson.of("{\"a\":1}"),
                new RowTimes(day(1), day(2), day(3), true));
        NewProfile empty = new NewProfile(
                new UserId(1L),
                Person.UNKNOWN,
                new ProfileInfo.Status("USER", true, true),
                "",
                null,
                SettingsJson.EMPTY,
                RowTimes.fresh(DAY));

        assertThat(RowImages.profile(RowImages.of(before), empty)).isEqualTo(before);
        assertThat(RowImages.profile(RowImages.of(empty), before)).isEqualTo(empty);
    }

    private static IdentifierAssignment claim(IdentifierKind kind, String value, boolean owned, @Nullable Instant at) {
        return new IdentifierAssignment(new Identifier(kind, value, "key of " + value), owned, at);
    }

    private static Instant day(int days) {
        return DAY.plusSeconds(86_400L * days);
    }
}
