package dev.lockstile.auth.passkey;

import static dev.lockstile.auth.passkey.PasskeyFixture.ANA;
import static dev.lockstile.auth.passkey.PasskeyFixture.BEN;
import static dev.lockstile.auth.passkey.PasskeyFixture.answer;
import static dev.lockstile.auth.passkey.PasskeyFixture.done;
import static dev.lockstile.auth.passkey.PasskeyFixture.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.factor.OwnPasskeys;
import dev.lockstile.auth.factor.PasskeyCeremony;
import dev.lockstile.auth.factor.PasskeyLogin;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.testkit.SoftwareAuthenticator;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the passkeys of an account refuse, and what they tell of. */
final class PasskeyRefusalsTest {

    private final PasskeyFixture site = new PasskeyFixture();
    private final SoftwareAuthenticator key = key();

    @AfterEach
    void close() {
        site.close();
    }

    private OwnPasskeys passkeys() {
        return site.auth.ownPasskeys();
    }

    @Test
    void a_session_that_is_over_sees_and_changes_no_passkey() {
        Caller ana = site.memberWith(ANA, key);
        PasskeyState passkey = done(passkeys().list(ana)).get(0);
        PasskeyCeremony open = done(passkeys().begin(ana));
        site.auth.sessions().logout(ana);
        assertThat(List.<Outcome<?>>of(
                        passkeys().list(ana),
                        passkeys().begin(ana),
                        passkeys().finish(ana, answer(open, key().create(open)), null),
                        passkeys().rename(ana, passkey.passkeyId(), "mine"),
                        passkeys().remove(ana, passkey.passkeyId()),
                        passkeys().beginStepUp(ana)))
                .allMatch(refused(Refusal.SESSION_ENDED)::equals);
        assertThat(site.store.<List<PasskeyState>>read(
                        tx -> tx.factors().passkeys().of(ana.user())))
                .containsExactly(passkey);
    }

    @Test
    void an_account_without_a_passkey_proves_itself_by_none() {
        assertThat(passkeys().beginStepUp(site.member(ANA))).isEqualTo(refused(Refusal.NOT_FOUND));
    }

    @Test
    void of_two_passkeys_one_is_renamed_and_removed_by_its_own_id() {
        Caller ana = site.memberWith(ANA, key);
        SoftwareAuthenticator spare = key();
        PasskeyState second = site.register(ana, spare);
        assertThat(done(passkeys().rename(ana, second.passkeyId(), "spare")).passkeyId())
                .isEqualTo(second.passkeyId());
        site.events.clear();
        int mails = site.kit.deliver().emails().messages().size();
        assertThat(done(passkeys().remove(ana, second.passkeyId()))).isTrue();
        assertThat(done(passkeys().list(ana)))
                .extracting(passkey -> passkey.key().credentialId())
                .containsExactly(key.credentialId());
        assertThat(site.events)
                .filteredOn(AuthEvent.FactorsChanged.class::isInstance)
                .extracting(AuthEvent::detail)
                .containsExactly("passkey removed");
        assertThat(site.kit.deliver().emails().messages()).hasSize(mails + 1);
        assertThat(site.kit.deliver().emails().last(ANA).subject()).contains("removed");
    }

    @Test
    void a_credential_of_another_account_is_not_added_twice() {
        site.memberWith(ANA, key);
        Caller ben = site.member(BEN);
        PasskeyCeremony ceremony = done(passkeys().begin(ben));
        assertThat(passkeys().finish(ben, answer(ceremony, key.create(ceremony)), null))
                .isEqualTo(refused(Refusal.INVALID_PASSKEY));
        assertThat(done(passkeys().list(ben))).isEmpty();
    }

    @Test
    void twenty_passkeys_are_not_passed_by_registrations_that_were_begun_before() {
        Caller ana = site.memberWith(ANA, key);
        for (int i = 2; i < OwnPasskeys.MAX; i++) {
            site.register(ana, key());
        }
        List<PasskeyCeremony> open =
                List.of(done(passkeys().begin(ana)), done(passkeys().begin(ana)));
        List<Outcome<OwnPasskeys.Added>> results = new ArrayList<>();
        open.forEach(ceremony -> results.add(passkeys().finish(ana, answer(ceremony, key().create(ceremony)), null)));
        assertThat(results.get(0)).isInstanceOf(Outcome.Done.class);
        assertThat(results.get(1)).isEqualTo(refused(Refusal.TOO_MANY_PASSKEYS));
        assertThat(done(passkeys().list(ana))).hasSize(OwnPasskeys.MAX);
    }

    @Test
    void the_first_passkey_fixes_the_handle_of_those_begun_beside_it() {
        Caller ana = site.member(ANA);
        PasskeyCeremony one = done(passkeys().begin(ana));
        PasskeyCeremony other = done(passkeys().begin(ana));
        done(passkeys().finish(ana, answer(one, key.create(one)), null));
        assertThat(passkeys().finish(ana, answer(other, key().create(other)), null))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(done(passkeys().list(ana))).hasSize(1);
    }

    @Test
    void a_phone_names_its_device_before_a_passkey_is_looked_at() {
        site.register(site.member(ANA), key);
        PasskeyCeremony ceremony = site.begin();
        ClientInfo phone = new ClientInfo(ClientKind.MOBILE, null, "192.0.2.7", null);
        PasskeyLogin.Attempt attempt = new PasskeyLogin.Attempt(answer(ceremony, key.get(ceremony)), phone);
        assertThat(site.auth.passkeyLogin().finish(attempt)).isEqualTo(Outcome.refused(Refusal.DEVICE_REQUIRED));
        assertThat(site.finish(ceremony, key.get(ceremony))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_refused_passkey_is_told_with_its_account_where_one_is_known() {
        Caller ana = site.memberWith(ANA, key);
        site.events.clear();
        PasskeyCeremony ceremony = site.begin();
        assertThat(site.finish(ceremony, key().get(ceremony))).isEqualTo(Outcome.refused(Refusal.INVALID_CREDENTIALS));
        assertThat(failures()).containsExactly(new Failure(null, "wrong"));
        site.events.clear();
        site.disown(ana.user(), ANA);
        assertThat(site.signIn(key)).isEqualTo(Outcome.refused(Refusal.INVALID_CREDENTIALS));
        assertThat(failures()).containsExactly(new Failure(ana.user(), "may not sign in"));
    }

    private List<Failure> failures() {
        return site.events.stream()
                .filter(AuthEvent.SignInFailed.class::isInstance)
                .map(AuthEvent.SignInFailed.class::cast)
                .map(event -> new Failure(event.user(), event.reason()))
                .toList();
    }

    private record Failure(Object user, String reason) {}

    private static <T> Outcome<T> refused(Refusal why) {
        return Outcome.refused(why);
    }
}
