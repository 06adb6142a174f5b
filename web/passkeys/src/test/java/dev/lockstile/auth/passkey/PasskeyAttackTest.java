package dev.lockstile.auth.passkey;

import static dev.lockstile.auth.passkey.PasskeyFixture.ANA;
import static dev.lockstile.auth.passkey.PasskeyFixture.ORIGIN;
import static dev.lockstile.auth.passkey.PasskeyFixture.answer;
import static dev.lockstile.auth.passkey.PasskeyFixture.done;
import static dev.lockstile.auth.passkey.PasskeyFixture.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.factor.PasskeyCeremony;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.testkit.SoftwareAuthenticator;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an attacker with a browser of his own tries at the bytes of a passkey; the names begin with the rules of the
 * specification.
 */
final class PasskeyAttackTest extends PasskeyAttackFixture {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.example.evil.test",
                "https://evil.test",
                "https://acme.example:8443",
                "http://acme.example",
                "https://acme.example/",
                "https://ACME.example",
                "https://sub.acme.example",
                "null"
            })
    void pk3_the_origin_is_one_of_the_list_exactly(String origin) {
        refusedEverywhere(said -> said.replace(ORIGIN, origin));
    }

    @Test
    void pk3_the_type_is_exact() {
        refusedEverywhere(said -> said.contains("webauthn.get")
                ? said.replace("webauthn.get", "webauthn.create")
                : said.replace("webauthn.create", "webauthn.get"));
        refusedEverywhere(said -> said.replace("webauthn.", "payment."));
    }

    @Test
    void pk4_a_passkey_of_another_relying_party_is_refused() {
        PasskeyCeremony ceremony = site.begin();
        assertThat(site.finish(ceremony, key.get("evil.test", ceremony.id()))).isEqualTo(OUT);
        PasskeyCeremony registration = done(site.auth.ownPasskeys().begin(ana));
        String made = key().create("evil.test", registration.id(), handle(registration));
        assertThat(site.auth.ownPasskeys().finish(ana, answer(registration, made), null))
                .isEqualTo(refused(Refusal.INVALID_PASSKEY));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void pk5_presence_and_verification_are_needed(int flags) {
        key.withFlags(flags);
        assertThat(site.signIn(key)).isEqualTo(OUT);
        PasskeyCeremony registration = done(site.auth.ownPasskeys().begin(ana));
        assertThat(site.auth
                        .ownPasskeys()
                        .finish(ana, answer(registration, key().withFlags(flags).create(registration)), null))
                .isEqualTo(refused(Refusal.INVALID_PASSKEY));
    }

    @Test
    void pk5_the_second_factor_needs_presence_alone() {
        SecondFactorChallenge challenge = site.challenge(ANA);
        PasskeyCeremony absent = site.beginSecondFactor(challenge);
        assertThat(site.secondFactor(challenge, absent, key.withFlags(4).get(absent)))
                .isEqualTo(NO_SECOND_FACTOR);
        PasskeyCeremony present = site.beginSecondFactor(challenge);
        Outcome<SignIn> result =
                site.secondFactor(challenge, present, key.withFlags(1).get(present));
        assertThat(site.caller(result.orElseThrow()).context().methods()).containsExactly("mfa", "pop", "pwd");
    }

    @Test
    void pk6_a_page_in_a_frame_of_another_site_is_refused() {
        refusedEverywhere(said -> said.replace("\"crossOrigin\":false", "\"crossOrigin\":true"));
        refusedEverywhere(said -> said.replace("}", ",\"topOrigin\":\"https://evil.test\"}"));
        refusedEverywhere(said -> said.replace("}", ",\"topOrigin\":\"" + ORIGIN + "\"}"));
    }

    @Test
    void pk12_a_counter_that_does_not_rise_is_refused_and_told() {
        site.in(site.signIn(key.withCount(7)));
        site.events.clear();
        for (int count : List.of(7, 6, 0)) {
            assertThat(site.signIn(key.withCount(count))).isEqualTo(OUT);
        }
        assertThat(site.events)
                .filteredOn(AuthEvent.PasskeyRefused.class::isInstance)
                .extracting(AuthEvent::user, AuthEvent::detail)
                .hasSize(3)
                .containsOnly(tuple(ana.user(), "counter"));
        site.in(site.signIn(key.withCount(8)));
    }

    @Test
    void pk12_of_many_proofs_with_one_count_one_gets_in() {
        key.withCount(9);
        List<PasskeyCeremony> ceremonies =
                IntStream.range(0, RIVALS).mapToObj(n -> site.begin()).toList();
        List<String> shown = ceremonies.stream().map(key::get).toList();
        assertThat(ParallelRun.winners(
                        RIVALS, n -> site.finish(ceremonies.get(n), shown.get(n)) instanceof Outcome.Done<SignIn>))
                .isEqualTo(1);
    }

    @Test
    void pk13_backup_flags_make_sense_and_eligibility_stays() {
        assertThat(site.signIn(key.withFlags(0x05 | 0x10)))
                .as("backed up alone")
                .isEqualTo(OUT);
        assertThat(site.signIn(key.withFlags(0x05 | 0x08))).as("now eligible").isEqualTo(OUT);
        SoftwareAuthenticator synced = key().withFlags(0x05 | 0x08);
        site.register(ana, synced);
        Caller in = site.in(site.signIn(synced.withFlags(0x05 | 0x18)));
        assertThat(done(site.auth.ownPasskeys().list(in)).get(1).use().backedUp())
                .isTrue();
    }

    @Test
    void pk14_bytes_of_strangers_are_refused_and_no_error() {
        PasskeyCeremony sample = site.begin();
        String right = key.get(sample);
        for (int at = 0; at < right.length(); at += 7) {
            PasskeyCeremony ceremony = site.begin();
            String wrong = right.substring(0, at) + '!' + right.substring(at + 1);
            assertThat(site.finish(ceremony, wrong)).isEqualTo(OUT);
        }
        for (String junk : List.of("", "[]", "null", "{\"id\":1}", "[".repeat(10_000), "x".repeat(100_000))) {
            PasskeyCeremony ceremony = site.begin();
            assertThat(site.finish(ceremony, junk)).isEqualTo(OUT);
        }
        assertThat(site.finish(
                        new PasskeyCeremony(
                                "x".repeat(10_000), sample.relyingParty(), List.of(), true, null, sample.expiresAt()),
                        right))
                .isEqualTo(OUT);
    }

    /** Shown alone, as a second factor and at a registration. */
    private void refusedEverywhere(UnaryOperator<String> change) {
        key.withClientData(change);
        assertThat(site.signIn(key)).isEqualTo(OUT);
        SecondFactorChallenge challenge = site.challenge(ANA);
        PasskeyCeremony asked = site.beginSecondFactor(challenge);
        assertThat(site.secondFactor(challenge, asked, key.get(asked))).isEqualTo(NO_SECOND_FACTOR);
        PasskeyCeremony registration = done(site.auth.ownPasskeys().begin(ana));
        String made = key().withClientData(change).create(registration);
        assertThat(site.auth.ownPasskeys().finish(ana, answer(registration, made), null))
                .isEqualTo(refused(Refusal.INVALID_PASSKEY));
        key.withClientData(UnaryOperator.identity());
    }
}
