package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin.Rank;
import dev.lockstile.auth.account.SignUpSettings;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.Right;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rights (staff, superuser) are no roles, and no role is a right, however it is spelled. */
@Tag("keys")
abstract class RightsContract extends FlowContract {

    private static final NewAdmin ROOT =
            new NewAdmin("root@acme.example", Secret.of(FlowFixture.PASSWORD), Rank.SUPERUSER);

    /** For those who extend it. */
    protected RightsContract() {}

    @Test
    void a_role_that_spells_a_right_is_none() {
        fixture.member("eve@acme.example");
        for (String role : new String[] {"superuser", "Staff", "SUPERUSER", "\uFF53taff", "st\u0430ff", "super_user"}) {
            SignIn eve = actingAs(role);
            assertThat(fixture.caller(eve).roles()).as(role).noneMatch(RightsContract::readsAsRight);
        }
    }

    @Test
    void a_right_is_no_role() {
        fixture.auth.admin().bootstrapSuperuser(Secret.of(FlowFixture.BOOTSTRAP), ROOT);
        SignIn root = fixture.signedIn("root@acme.example");
        assertThat(fixture.caller(root).roles()).containsExactly("USER");
        assertThat(fixture.caller(root).rights()).containsExactlyInAnyOrder(Right.STAFF, Right.SUPERUSER);
    }

    @Test
    void the_session_check_tells_the_rights_of_the_account() {
        fixture.auth.admin().bootstrapSuperuser(Secret.of(FlowFixture.BOOTSTRAP), ROOT);
        FlowFixture checking =
                rewired(settings -> settings.withSessions(settings.sessions().withSessionCheck(Duration.ZERO)));
        SignIn root = checking.signedIn("root@acme.example");
        assertThat(checking.caller(root).has(Right.SUPERUSER)).isTrue();
        fixture.member("eve@acme.example");
        SignIn eve = checking.signedIn("eve@acme.example");
        assertThat(checking.caller(eve).rights()).isEmpty();
    }

    @Test
    void a_default_role_that_spells_a_right_stops_the_start() {
        for (String role : new String[] {"superuser", " STAFF ", "is_staff", "right:superuser", "", "x".repeat(31)}) {
            assertThatThrownBy(() ->
                            rewired(settings -> settings.withSignUp(new SignUpSettings(false, false, false, role))))
                    .isInstanceOf(AuthSetupException.class)
                    .hasMessageContaining("default-role-not-usable");
        }
    }

    private SignIn actingAs(String role) {
        SignIn eve = fixture.signedIn("eve@acme.example");
        ProfileId profile = fixture.store.alone(tx -> tx.profiles()
                .insert(new NewProfile(
                        eve.user().id(),
                        Person.UNKNOWN,
                        new ProfileInfo.Status(role, false, true),
                        "",
                        null,
                        SettingsJson.EMPTY,
                        RowTimes.fresh(fixture.clock.instant()))));
        return FlowFixture.signIn(fixture.auth.login().switchProfile(fixture.caller(eve), profile, FlowFixture.WEB));
    }

    private static boolean readsAsRight(String role) {
        String plain = role.toLowerCase(Locale.ROOT);
        return !plain.equals("user");
    }
}
