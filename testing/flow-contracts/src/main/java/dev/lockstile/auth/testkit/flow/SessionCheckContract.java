package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What bites an access token that is still in time, with the session check and without it. */
abstract class SessionCheckContract extends FlowContract {

    private static final String ADDRESS = "ana@acme.example";
    private static final Duration BELIEVED = Duration.ofSeconds(10);
    private static final BigInteger N =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private FlowFixture checking;
    private Auth otherNode;
    private SignIn ana;

    @BeforeEach
    final void signIn() {
        fixture.member(ADDRESS);
        checking = rewired(settings -> settings.withSessions(settings.sessions().withSessionCheck(BELIEVED)));
        otherNode = checking.secondNode(
                settings -> settings.withSessions(settings.sessions().withSessionCheck(BELIEVED)));
        ana = checking.signedIn(ADDRESS);
        assertThat(seen(checking.auth)).isTrue();
        assertThat(seen(otherNode)).isTrue();
    }

    @Test
    void a_logout_bites_here_at_once_and_elsewhere_in_time() {
        checking.auth.sessions().logout(checking.caller(ana));
        assertThat(seen(checking.auth)).isFalse();
        assertThat(seen(otherNode)).as("believed for a moment").isTrue();
        checking.clock.advance(BELIEVED);
        assertThat(seen(otherNode)).isFalse();
    }

    @Test
    void the_end_of_all_sessions_bites_here_at_once() {
        checking.auth.sessions().logoutAll(checking.caller(ana));
        assertThat(seen(checking.auth)).isFalse();
    }

    @Test
    void a_disabled_account_is_refused_in_time() {
        checking.auth.admin().disable(ana.user().id());
        checking.clock.advance(BELIEVED);
        assertThat(seen(checking.auth)).isFalse();
        assertThat(seen(otherNode)).isFalse();
    }

    @Test
    void a_deletion_bites_in_time() {
        checking.auth.admin().delete(ana.user().id());
        checking.clock.advance(BELIEVED);
        assertThat(seen(checking.auth)).isFalse();
    }

    @Test
    void a_new_password_bites_the_other_sessions_in_time() {
        SignIn changing = checking.signedIn(ADDRESS);
        checking.auth
                .passwords()
                .change(checking.caller(changing), Secret.of(FlowFixture.PASSWORD), Secret.of("quite-another-4418"));
        checking.clock.advance(BELIEVED);
        assertThat(seen(otherNode)).isFalse();
        assertThat(otherNode.sessions().authenticate(changing.tokens().access().reveal()))
                .isPresent();
    }

    @Test
    void without_the_check_an_access_token_lives_until_it_runs_out() {
        SignIn unchecked = fixture.signedIn(ADDRESS);
        Caller caller = fixture.caller(unchecked);
        fixture.auth.sessions().logout(caller);
        assertThat(fixture.auth
                        .sessions()
                        .authenticate(unchecked.tokens().access().reveal()))
                .isPresent();
        assertThat(fixture.auth.sessions().list(caller))
                .as("but shows and changes nothing")
                .isEmpty();
        fixture.clock.advance(Duration.ofMinutes(5).plusSeconds(30));
        assertThat(fixture.auth
                        .sessions()
                        .authenticate(unchecked.tokens().access().reveal()))
                .isEmpty();
    }

    @Test
    void a_twin_of_a_revoked_token_is_revoked_too() {
        String twin = twin(ana.tokens().access().reveal());
        assertThat(checking.auth.sessions().authenticate(twin))
                .as("as good as the first")
                .isPresent();
        checking.auth.sessions().logout(checking.caller(ana));
        assertThat(checking.auth.sessions().authenticate(twin)).isEmpty();
    }

    @Test
    void a_profile_of_somebody_else_or_inactive_is_refused() {
        ProfileId extra = checking.store.alone(tx -> tx.profiles()
                .insert(new NewProfile(
                        ana.user().id(),
                        Person.UNKNOWN,
                        new ProfileInfo.Status("COMMERCE", false, true),
                        "shop",
                        null,
                        SettingsJson.EMPTY,
                        RowTimes.fresh(checking.clock.instant()))));
        checking.clock.advance(BELIEVED);
        SignIn switched =
                FlowFixture.signIn(checking.auth.login().switchProfile(checking.caller(ana), extra, FlowFixture.WEB));
        assertThat(checking.caller(switched).roles()).containsExactly("COMMERCE");
    }

    private boolean seen(Auth node) {
        return node.sessions().authenticate(ana.tokens().access().reveal()).isPresent();
    }

    /** The same token with the other one of its two ECDSA signatures: (r, n - s). */
    private static String twin(String token) {
        int at = token.lastIndexOf('.') + 1;
        byte[] signature = Base64.getUrlDecoder().decode(token.substring(at));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
        byte[] other = N.subtract(s).toByteArray();
        Arrays.fill(signature, 32, 64, (byte) 0);
        int length = Math.min(32, other.length);
        System.arraycopy(other, other.length - length, signature, 64 - length, length);
        return token.substring(0, at) + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }
}
