package dev.lockstile.examples.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.setting.SettingKey;
import dev.lockstile.auth.setting.SettingValues;
import dev.lockstile.auth.store.ProfileStore;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.token.SignIn;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What docs/own-data.md shows of settings of users. */
final class UserSettingsTest {

    private static final String EMAIL = "ana@example.com";

    // region: keys
    static final SettingKey<Boolean> BETA = SettingKey.bool("beta", false);
    static final SettingKey<LocalDate> PREMIUM_UNTIL =
            SettingKey.date("premium_until", LocalDate.EPOCH).shownToOwner();
    static final SettingKey<String> VISIBILITY = SettingKey.choice("visibility", "friends", "public", "friends", "me")
            .changedByOwner();
    // end: keys

    private static final SettingKey<Boolean> MEMBER = SettingKey.bool("is_premium_member", false);

    @Test
    void a_subscription_ends_at_its_day_and_testers_are_set_together() {
        AuthBuilder builder = Auth.builder(new InMemoryAuthStore()).settings(AuthTestKit.settings());
        // region: declare-settings
        builder.userSettings(BETA, PREMIUM_UNTIL, VISIBILITY);
        // end: declare-settings
        try (AuthTestKit kit = AuthTestKit.of(builder)) {
            kit.member(EMAIL, "plum-harbour-4417");
            UserId ana = kit.signIn(EMAIL, "plum-harbour-4417").user().id();
            assertThat(premium(kit.auth(), ana, LocalDate.of(2026, 1, 1))).isFalse();
            subscribe(kit.auth(), ana, List.of(ana));
            assertThat(premium(kit.auth(), ana, LocalDate.of(2026, 1, 1))).isTrue();
            assertThat(premium(kit.auth(), ana, LocalDate.of(2027, 2, 1))).isFalse();
            assertThat(kit.auth().userSettings().of(ana).orElseThrow().get(BETA))
                    .isTrue();
        }
    }

    @Test
    void a_profile_has_settings_of_its_own() {
        AuthBuilder builder = Auth.builder(new InMemoryAuthStore()).settings(AuthTestKit.settings());
        builder.profileSettings(PREMIUM_UNTIL, MEMBER);
        try (AuthTestKit kit = AuthTestKit.of(builder)) {
            kit.member(EMAIL, "plum-harbour-4417");
            SignIn ana = kit.signIn(EMAIL, "plum-harbour-4417");
            assertThat(isMember(kit.auth(), ana.user().id(), ana.active().id())).isFalse();
        }
    }

    private static boolean isMember(Auth auth, UserId user, ProfileId profile) {
        // region: profile-settings
        ProfileStore.Owned work = new ProfileStore.Owned(user, profile);
        auth.profileSettings().set(work, PREMIUM_UNTIL, LocalDate.of(2027, 1, 31));
        boolean member = auth.profileSettings().of(work).orElseThrow().get(MEMBER); // also what an import put there
        // end: profile-settings
        return member;
    }

    private static boolean premium(Auth auth, UserId user, LocalDate today) {
        // region: read-settings
        SettingValues settings = auth.userSettings().of(user).orElseThrow();
        boolean premium = !settings.get(PREMIUM_UNTIL).isBefore(today);
        // end: read-settings
        return premium;
    }

    private static void subscribe(Auth auth, UserId user, List<UserId> testers) {
        // region: change-settings
        auth.userSettings().set(user, PREMIUM_UNTIL, LocalDate.of(2027, 1, 31));
        long changed = auth.userSettings().setAll(testers, BETA, true); // such as those that a query of yours finds
        // end: change-settings
        assertThat(changed).isEqualTo(testers.size());
    }
}
