package dev.lockstile.auth.passkey;

import static dev.lockstile.auth.passkey.PasskeyFixture.ANA;
import static dev.lockstile.auth.passkey.PasskeyFixture.BEN;
import static dev.lockstile.auth.passkey.PasskeyFixture.answer;
import static dev.lockstile.auth.passkey.PasskeyFixture.done;
import static dev.lockstile.auth.passkey.PasskeyFixture.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.factor.PasskeyCeremony;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.SoftwareAuthenticator;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an attacker tries at challenges of passkeys; the names begin with the rules of the specification. */
final class PasskeyChallengeAttackTest extends PasskeyAttackFixture {

    @Test
    void pk1_a_challenge_is_answered_once_by_one_of_fifty() {
        PasskeyCeremony ceremony = site.begin();
        assertThat(ceremony.id()).as("256 bits").hasSize(43);
        String credential = key.get(ceremony);
        assertThat(ParallelRun.winners(RIVALS, n -> site.finish(ceremony, credential) instanceof Outcome.Done<SignIn>))
                .isEqualTo(1);
        assertThat(site.finish(ceremony, key.get(ceremony))).isEqualTo(OUT);
    }

    @Test
    void pk1_a_wrong_answer_uses_the_challenge_up() {
        PasskeyCeremony ceremony = site.begin();
        assertThat(site.finish(ceremony, "{}")).isEqualTo(OUT);
        assertThat(site.finish(ceremony, key.get(ceremony))).isEqualTo(OUT);
        PasskeyCeremony registration = done(site.auth.ownPasskeys().begin(ana));
        SoftwareAuthenticator second = key();
        assertThat(site.auth.ownPasskeys().finish(ana, answer(registration, "{}"), null))
                .isEqualTo(refused(Refusal.INVALID_PASSKEY));
        assertThat(site.auth.ownPasskeys().finish(ana, answer(registration, second.create(registration)), null))
                .isEqualTo(refused(Refusal.INVALID_PASSKEY));
    }

    @Test
    void pk1_a_challenge_ends_after_ten_minutes_and_one_of_ones_own_is_none() {
        PasskeyCeremony ceremony = site.begin();
        site.kit.clock().advance(Duration.ofMinutes(10));
        assertThat(site.finish(ceremony, key.get(ceremony))).isEqualTo(OUT);
        PasskeyCeremony own = new PasskeyCeremony(
                "A".repeat(43), ceremony.relyingParty(), List.of(), true, null, ceremony.expiresAt());
        assertThat(site.finish(own, key.get(own))).isEqualTo(OUT);
    }

    @Test
    void pk2_a_challenge_of_one_kind_answers_no_other() {
        PasskeyCeremony stepUp = done(site.auth.ownPasskeys().beginStepUp(ana));
        PasskeyCeremony registration = done(site.auth.ownPasskeys().begin(ana));
        SecondFactorChallenge challenge = site.challenge(ANA);
        PasskeyCeremony second = site.beginSecondFactor(challenge);
        PasskeyCeremony signIn = site.begin();
        for (PasskeyCeremony other : List.of(stepUp, registration, second)) {
            assertThat(site.finish(other, key.get(other))).isEqualTo(OUT);
        }
        for (PasskeyCeremony other : List.of(stepUp, registration, signIn)) {
            assertThat(site.secondFactor(challenge, other, key.get(other))).isEqualTo(NO_SECOND_FACTOR);
        }
        for (PasskeyCeremony other : List.of(second, registration, signIn)) {
            assertThat(site.auth.stepUp().byFactor(ana, answer(other, key.get(other))))
                    .isEqualTo(Outcome.refused(Refusal.INVALID_SECOND_FACTOR));
        }
        for (PasskeyCeremony other : List.of(stepUp, second, signIn)) {
            String made = key().create("acme.example", other.id(), "A".repeat(43));
            assertThat(site.auth.ownPasskeys().finish(ana, answer(other, made), null))
                    .isEqualTo(refused(Refusal.INVALID_PASSKEY));
        }
    }

    @Test
    void pk2_a_challenge_of_one_session_and_user_answers_no_other() {
        Caller elsewhere = site.in(site.signIn(key));
        Caller ben = site.memberWith(BEN, key());
        PasskeyCeremony registration = done(site.auth.ownPasskeys().begin(ana));
        PasskeyCeremony stepUp = done(site.auth.ownPasskeys().beginStepUp(ana));
        for (Caller other : List.of(elsewhere, ben)) {
            assertThat(site.auth.ownPasskeys().finish(other, answer(registration, key().create(registration)), null))
                    .isEqualTo(refused(Refusal.INVALID_PASSKEY));
            assertThat(site.auth.stepUp().byFactor(other, answer(stepUp, key.get(stepUp))))
                    .isEqualTo(Outcome.refused(Refusal.INVALID_SECOND_FACTOR));
        }
        SecondFactorChallenge one = site.challenge(ANA);
        SecondFactorChallenge two = site.challenge(ANA);
        PasskeyCeremony asked = site.beginSecondFactor(one);
        assertThat(site.secondFactor(two, asked, key.get(asked))).isEqualTo(NO_SECOND_FACTOR);
    }

    @Test
    void a_challenge_of_a_sign_in_that_is_none_asks_for_no_passkey() {
        assertThat(site.auth.passkeyLogin().beginSecondFactor(Secret.of("A".repeat(43))))
                .isEqualTo(Outcome.refused(Refusal.INVALID_SECOND_FACTOR));
    }
}
