package dev.lockstile.auth.passkey;

import static dev.lockstile.auth.passkey.PasskeyFixture.ANA;
import static dev.lockstile.auth.passkey.PasskeyFixture.BEN;
import static dev.lockstile.auth.passkey.PasskeyFixture.answer;
import static dev.lockstile.auth.passkey.PasskeyFixture.done;
import static dev.lockstile.auth.passkey.PasskeyFixture.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.factor.OwnPasskeys;
import dev.lockstile.auth.factor.PasskeyCeremony;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.AuthContext.Assurance;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.SoftwareAuthenticator;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Passkeys from their registration to their removal. */
final class PasskeyFlowTest {

    private final PasskeyFixture site = new PasskeyFixture();
    private final SoftwareAuthenticator key = key();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_passkey_alone_signs_in_with_both_factors() {
        site.register(site.member(ANA), key);
        Caller in = site.in(site.signIn(key));
        assertThat(in.context()).isEqualTo(new AuthContext(Assurance.AAL2, List.of("mfa", "pop", "user")));
        assertThat(done(site.auth.ownPasskeys().list(in)).get(0).use().lastUsedAt())
                .isEqualTo(site.kit.clock().instant());
        assertThat(site.events).last().isInstanceOf(AuthEvent.SignedIn.class);
    }

    @Test
    void a_sign_in_names_nobody_and_asks_for_verification() {
        site.register(site.member(ANA), key);
        PasskeyCeremony ceremony = site.begin();
        assertThat(ceremony.credentials()).isEmpty();
        assertThat(ceremony.verification()).isTrue();
        assertThat(ceremony.owner()).isNull();
    }

    @Test
    void a_registration_names_what_is_there_and_a_random_handle() {
        Caller ana = site.member(ANA);
        PasskeyState first = site.register(ana, key);
        assertThat(site.in(site.signIn(key)).user()).isEqualTo(ana.user());
        PasskeyCeremony second = done(site.auth.ownPasskeys().begin(site.in(site.signIn(key))));
        assertThat(second.credentials())
                .containsExactly(new PasskeyCeremony.Credential(key.credentialId(), List.of("internal")));
        assertThat(second.owner().handle())
                .as("PK15")
                .isEqualTo(first.key().userHandle())
                .hasSize(43);
    }

    @Test
    void a_password_then_asks_for_the_passkey() {
        site.register(site.member(ANA), key);
        SecondFactorChallenge challenge = site.challenge(ANA);
        assertThat(challenge.factors()).containsExactly(FactorKind.PASSKEY, FactorKind.RECOVERY_CODE);
        PasskeyCeremony ceremony = site.beginSecondFactor(challenge);
        assertThat(ceremony.credentials())
                .extracting(PasskeyCeremony.Credential::id)
                .containsExactly(key.credentialId());
        Outcome<SignIn> result = site.secondFactor(challenge, ceremony, key.get(ceremony));
        assertThat(result).isInstanceOf(Outcome.Done.class);
        assertThat(site.caller(result.orElseThrow()).context())
                .isEqualTo(new AuthContext(Assurance.AAL2, List.of("mfa", "pop", "pwd", "user")));
    }

    @Test
    void a_sign_in_that_waits_asks_for_the_passkey_ten_times_a_minute() {
        site.register(site.member(ANA), key);
        SecondFactorChallenge challenge = site.challenge(ANA);
        for (int i = 0; i < 10; i++) {
            site.beginSecondFactor(challenge);
        }
        assertThat(site.auth.passkeyLogin().beginSecondFactor(challenge.id()))
                .returns(Optional.of(Refusal.THROTTLED), Outcome::refusal);
        assertThat(site.beginSecondFactor(site.challenge(ANA)))
                .as("another sign-in")
                .isNotNull();
        site.kit.clock().advance(Duration.ofSeconds(61));
        site.beginSecondFactor(challenge);
    }

    @Test
    void a_passkey_proves_again_who_one_is() {
        Caller ana = site.memberWith(ANA, key);
        site.kit.clock().advance(Duration.ofMinutes(11));
        assertThat(site.auth.ownPasskeys().begin(ana)).isEqualTo(refused(Refusal.STEP_UP_REQUIRED));
        PasskeyCeremony ceremony = done(site.auth.ownPasskeys().beginStepUp(ana));
        Outcome<StepUp.Proven> result = site.auth.stepUp().byFactor(ana, answer(ceremony, key.get(ceremony)));
        assertThat(result).isInstanceOf(Outcome.Done.class);
        Caller proven = site.auth
                .sessions()
                .authenticate(result.orElseThrow().access().reveal())
                .orElseThrow();
        assertThat(site.auth.ownPasskeys().begin(proven)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void an_account_without_a_proven_address_adds_none() {
        Caller ana = site.member(ANA);
        site.disown(ana.user(), ANA);
        assertThat(site.auth.ownPasskeys().begin(ana)).isEqualTo(refused(Refusal.NO_PROVEN_ADDRESS));
    }

    @Test
    void the_last_way_in_stays() {
        Caller ana = site.memberWith(ANA, key);
        String id = done(site.auth.ownPasskeys().list(ana)).get(0).passkeyId();
        Instant now = site.kit.clock().instant();
        site.store.<Boolean>alone(tx -> tx.users().resetPassword(ana.user(), null, now));
        site.disown(ana.user(), ANA);
        assertThat(site.auth.ownPasskeys().remove(ana, id)).isEqualTo(refused(Refusal.LAST_SIGN_IN_METHOD));
        assertThat(done(site.auth.ownPasskeys().list(ana))).hasSize(1);
    }

    @Test
    void a_password_that_signs_nobody_in_is_no_other_way() {
        Caller ana = site.memberWith(ANA, key);
        String id = done(site.auth.ownPasskeys().list(ana)).get(0).passkeyId();
        site.disown(ana.user(), ANA);
        assertThat(site.auth.ownPasskeys().remove(ana, id)).isEqualTo(refused(Refusal.LAST_SIGN_IN_METHOD));
    }

    @Test
    void only_a_recent_proof_of_the_second_factor_adds_another() {
        Caller password = site.member(ANA);
        site.register(password, key);
        assertThat(site.auth.ownPasskeys().begin(password))
                .as("the token of before shows one factor")
                .isEqualTo(refused(Refusal.STEP_UP_REQUIRED));
        Caller ana = site.in(site.signIn(key));
        PasskeyCeremony ceremony = done(site.auth.ownPasskeys().begin(ana));
        site.kit.clock().advance(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(site.auth.ownPasskeys().finish(ana, answer(ceremony, key().create(ceremony)), null))
                .as("and so does its end")
                .isEqualTo(refused(Refusal.STEP_UP_REQUIRED));
    }

    @Test
    void adding_one_ends_other_sessions_and_sign_ins_and_tells_the_owner() {
        Caller here = site.member(ANA);
        Caller elsewhere = site.caller(site.kit.signIn(ANA, PasskeyFixture.PASSWORD));
        site.register(here, key);
        assertThat(site.auth.ownPasskeys().list(elsewhere)).isEqualTo(refused(Refusal.SESSION_ENDED));
        assertThat(site.auth.ownPasskeys().list(here)).isInstanceOf(Outcome.Done.class);
        assertThat(site.kit.deliver().emails().last(ANA).subject()).contains("second factor was added");
        assertThat(site.events)
                .filteredOn(AuthEvent.FactorsChanged.class::isInstance)
                .extracting(AuthEvent::detail)
                .containsExactly("passkey added");
        SecondFactorChallenge underWay = site.challenge(ANA);
        PasskeyCeremony asked = site.beginSecondFactor(underWay);
        Caller second = site.in(site.signIn(key));
        site.register(second, key());
        assertThat(site.secondFactor(underWay, asked, key.get(asked)))
                .isEqualTo(Outcome.refused(Refusal.INVALID_SECOND_FACTOR));
    }

    @Test
    void an_account_has_at_most_twenty() {
        Caller ana = site.memberWith(ANA, key);
        Caller now = ana;
        for (int i = 1; i < OwnPasskeys.MAX; i++) {
            site.register(now, key());
        }
        assertThat(site.auth.ownPasskeys().begin(now)).isEqualTo(refused(Refusal.TOO_MANY_PASSKEYS));
    }

    @Test
    void one_is_renamed_by_its_owner_alone() {
        Caller ana = site.memberWith(ANA, key);
        Caller ben = site.member(BEN);
        String id = done(site.auth.ownPasskeys().list(ana)).get(0).passkeyId();
        assertThat(site.auth.ownPasskeys().rename(ben, id, "mine")).isEqualTo(refused(Refusal.NOT_FOUND));
        assertThat(done(site.auth.ownPasskeys().rename(ana, id, " laptop ")).name())
                .isEqualTo("laptop");
        assertThat(done(site.auth.ownPasskeys().rename(ana, id, "x".repeat(64))).name())
                .hasSize(64);
        for (String name : List.of("", "  ", "x".repeat(65), "a\u0000b")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> site.auth.ownPasskeys().rename(ana, id, name));
        }
    }

    @Test
    void one_is_removed_by_its_owner_with_a_recent_proof() {
        Caller ana = site.memberWith(ANA, key);
        Caller ben = site.member(BEN);
        String id = done(site.auth.ownPasskeys().list(ana)).get(0).passkeyId();
        assertThat(site.auth.ownPasskeys().remove(ben, id)).isEqualTo(refused(Refusal.NOT_FOUND));
        List<Secret> codes = done(site.auth.secondFactors().renewRecoveryCodes(ana));
        assertThat(codes).hasSize(10);
        assertThat(done(site.auth.ownPasskeys().remove(ana, id))).isTrue();
        assertThat(site.auth.secondFactors().recoveryCodes(ana))
                .as("recovery codes go with the last factor")
                .isEqualTo(refused(Refusal.NOT_FOUND));
        assertThat(site.signIn(key)).isEqualTo(Outcome.refused(Refusal.INVALID_CREDENTIALS));
        assertThat(site.kit.signIn(ANA, PasskeyFixture.PASSWORD)).isNotNull();
    }

    @Test
    void a_removal_needs_a_recent_proof() {
        Caller ana = site.memberWith(ANA, key);
        String id = done(site.auth.ownPasskeys().list(ana)).get(0).passkeyId();
        site.kit.clock().advance(Duration.ofMinutes(11));
        assertThat(site.auth.ownPasskeys().remove(ana, id)).isEqualTo(refused(Refusal.STEP_UP_REQUIRED));
    }

    private static <T> Outcome<T> refused(Refusal why) {
        return Outcome.refused(why);
    }
}
