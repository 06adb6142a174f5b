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
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.testkit.SoftwareAuthenticator;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an attacker tries at whose a passkey is; the names begin with the rules of the specification. */
final class PasskeyOwnerAttackTest extends PasskeyAttackFixture {

    @Test
    void pk7_another_key_under_the_id_is_refused() {
        assertThat(site.signIn(key.impostor())).isEqualTo(OUT);
    }

    @Test
    void pk7_a_disabled_and_a_deleted_account_stay_out() {
        PasskeyCeremony ceremony = site.begin();
        String credential = key.get(ceremony);
        site.store.<Boolean>alone(
                tx -> tx.users().setActive(ana.user(), false, site.kit.clock().instant()));
        assertThat(site.finish(ceremony, credential)).isEqualTo(OUT);
        site.store.<Boolean>alone(
                tx -> tx.users().setActive(ana.user(), true, site.kit.clock().instant()));
        site.in(site.signIn(key));
        site.store.<Boolean>alone(
                tx -> tx.users().softDelete(ana.user(), site.kit.clock().instant()));
        assertThat(site.signIn(key)).isEqualTo(OUT);
    }

    @Test
    void pk7_an_account_without_a_proven_address_stays_out() {
        site.disown(ana.user(), ANA);
        Instant before = lastLogin();
        site.kit.clock().advance(Duration.ofMinutes(1));
        assertThat(site.signIn(key)).isEqualTo(OUT);
        assertThat(lastLogin()).as("a refused sign-in is none").isEqualTo(before);
    }

    @Test
    void pk9_a_credential_of_somebody_is_registered_by_nobody_else() {
        Caller ben = site.member(BEN);
        SoftwareAuthenticator impostor = key.impostor();
        PasskeyCeremony ceremony = done(site.auth.ownPasskeys().begin(ben));
        assertThat(site.auth.ownPasskeys().finish(ben, answer(ceremony, impostor.create(ceremony)), null))
                .isEqualTo(refused(Refusal.INVALID_PASSKEY));
        assertThat(site.signIn(impostor)).isEqualTo(OUT);
        assertThat(site.in(site.signIn(key)).user()).isEqualTo(ana.user());
    }

    @Test
    void pk9_of_fifty_who_register_one_credential_at_once_one_has_it() {
        SoftwareAuthenticator fresh = key();
        List<PasskeyCeremony> ceremonies = IntStream.range(0, RIVALS)
                .mapToObj(n -> done(site.auth.ownPasskeys().begin(ana)))
                .toList();
        List<String> made = ceremonies.stream().map(fresh::create).toList();
        assertThat(ParallelRun.winners(
                        RIVALS,
                        n -> site.auth.ownPasskeys().finish(ana, answer(ceremonies.get(n), made.get(n)), null)
                                instanceof Outcome.Done))
                .isEqualTo(1);
        assertThat(done(site.auth.ownPasskeys().list(ana))).hasSize(2);
    }

    @Test
    void pk10_the_handle_is_needed_and_is_its_owners() {
        SoftwareAuthenticator bens = key();
        site.memberWith(BEN, bens);
        assertThat(site.signIn(key.withUserHandle(null))).isEqualTo(OUT);
        PasskeyCeremony ceremony = done(site.auth.ownPasskeys().begin(ana));
        String anas = handle(ceremony);
        assertThat(site.signIn(bens.withUserHandle(anas))).isEqualTo(OUT);
        assertThat(site.in(site.signIn(key.withUserHandle(anas))).user()).isEqualTo(ana.user());
    }

    @Test
    void pk11_another_persons_passkey_is_no_second_factor() {
        SoftwareAuthenticator attackers = key();
        site.memberWith(BEN, attackers);
        SecondFactorChallenge challenge = site.challenge(ANA);
        PasskeyCeremony asked = site.beginSecondFactor(challenge);
        assertThat(site.secondFactor(challenge, asked, attackers.get(asked))).isEqualTo(NO_SECOND_FACTOR);
        PasskeyCeremony stepUp = done(site.auth.ownPasskeys().beginStepUp(ana));
        assertThat(site.auth.stepUp().byFactor(ana, answer(stepUp, attackers.get(stepUp))))
                .isEqualTo(Outcome.refused(Refusal.INVALID_SECOND_FACTOR));
    }

    @Test
    void pk15_a_handle_says_nothing_about_its_owner() {
        Caller ben = site.member(BEN);
        String anas = handle(done(site.auth.ownPasskeys().begin(ana)));
        String bens = handle(done(site.auth.ownPasskeys().begin(ben)));
        String again = handle(done(site.auth.ownPasskeys().begin(ben)));
        assertThat(anas).hasSize(43).isNotEqualTo(bens);
        assertThat(bens).as("drawn, not computed").isNotEqualTo(again);
    }

    private Instant lastLogin() {
        StoredUser user = site.store.read(tx -> tx.users().byId(ana.user())).orElseThrow();
        return Objects.requireNonNull(user.info().dates().lastLoginAt());
    }
}
