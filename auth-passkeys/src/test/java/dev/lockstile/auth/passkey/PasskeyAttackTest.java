package dev.lockstile.auth.passkey;

import static dev.lockstile.auth.passkey.PasskeyFixture.ANA;
import static dev.lockstile.auth.passkey.PasskeyFixture.BEN;
import static dev.lockstile.auth.passkey.PasskeyFixture.ORIGIN;
import static dev.lockstile.auth.passkey.PasskeyFixture.answer;
import static dev.lockstile.auth.passkey.PasskeyFixture.done;
import static dev.lockstile.auth.passkey.PasskeyFixture.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.factor.FactorRefusal;
import dev.lockstile.auth.factor.FactorResult;
import dev.lockstile.auth.factor.PasskeyCeremony;
import dev.lockstile.auth.factor.PasskeyLoginResult;
import dev.lockstile.auth.factor.PasskeyStartResult;
import dev.lockstile.auth.factor.SecondFactorChallenge;
import dev.lockstile.auth.factor.SecondFactorResult;
import dev.lockstile.auth.login.StepUpRefusal;
import dev.lockstile.auth.login.StepUpResult;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.testkit.SoftwareAuthenticator;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an attacker with a browser of his own tries at passkeys; the names begin with the rules of the specification. */
final class PasskeyAttackTest {

    private static final int RIVALS = 50;
    private static final PasskeyLoginResult OUT = new PasskeyLoginResult.Refused();
    private static final SecondFactorResult NO_SECOND_FACTOR = new SecondFactorResult.Refused();

    private final PasskeyFixture site = new PasskeyFixture();
    private final SoftwareAuthenticator key = key();
    private Caller ana = site.member(ANA);

    @BeforeEach
    void register() {
        site.register(ana, key);
        ana = site.in(site.signIn(key));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void pk1_a_challenge_is_answered_once_by_one_of_fifty() {
        PasskeyCeremony ceremony = site.begin();
        assertThat(ceremony.id()).as("256 bits").hasSize(43);
        String credential = key.get(ceremony);
        assertThat(ParallelRun.winners(
                        RIVALS, n -> site.finish(ceremony, credential) instanceof PasskeyLoginResult.SignedIn))
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
                .isEqualTo(refused(FactorRefusal.INVALID_PASSKEY));
        assertThat(site.auth.ownPasskeys().finish(ana, answer(registration, second.create(registration)), null))
                .isEqualTo(refused(FactorRefusal.INVALID_PASSKEY));
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
                    .isEqualTo(new StepUpResult.Refused(StepUpRefusal.INVALID_SECOND_FACTOR));
        }
        for (PasskeyCeremony other : List.of(stepUp, second, signIn)) {
            String made = key().create("acme.example", other.id(), "A".repeat(43));
            assertThat(site.auth.ownPasskeys().finish(ana, answer(other, made), null))
                    .isEqualTo(refused(FactorRefusal.INVALID_PASSKEY));
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
                    .isEqualTo(refused(FactorRefusal.INVALID_PASSKEY));
            assertThat(site.auth.stepUp().byFactor(other, answer(stepUp, key.get(stepUp))))
                    .isEqualTo(new StepUpResult.Refused(StepUpRefusal.INVALID_SECOND_FACTOR));
        }
        SecondFactorChallenge one = site.challenge(ANA);
        SecondFactorChallenge two = site.challenge(ANA);
        PasskeyCeremony asked = site.beginSecondFactor(one);
        assertThat(site.secondFactor(two, asked, key.get(asked))).isEqualTo(NO_SECOND_FACTOR);
    }

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
                .isEqualTo(refused(FactorRefusal.INVALID_PASSKEY));
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
                .isEqualTo(refused(FactorRefusal.INVALID_PASSKEY));
    }

    @Test
    void pk5_the_second_factor_needs_presence_alone() {
        SecondFactorChallenge challenge = site.challenge(ANA);
        PasskeyCeremony absent = site.beginSecondFactor(challenge);
        assertThat(site.secondFactor(challenge, absent, key.withFlags(4).get(absent)))
                .isEqualTo(NO_SECOND_FACTOR);
        PasskeyCeremony present = site.beginSecondFactor(challenge);
        SecondFactorResult result =
                site.secondFactor(challenge, present, key.withFlags(1).get(present));
        assertThat(site.caller(((SecondFactorResult.SignedIn) result).signIn())
                        .context()
                        .methods())
                .containsExactly("mfa", "pop", "pwd");
    }

    @Test
    void pk6_a_page_in_a_frame_of_another_site_is_refused() {
        refusedEverywhere(said -> said.replace("\"crossOrigin\":false", "\"crossOrigin\":true"));
        refusedEverywhere(said -> said.replace("}", ",\"topOrigin\":\"https://evil.test\"}"));
        refusedEverywhere(said -> said.replace("}", ",\"topOrigin\":\"" + ORIGIN + "\"}"));
    }

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

    private Instant lastLogin() {
        StoredUser user = site.store.read(tx -> tx.users().byId(ana.user())).orElseThrow();
        return Objects.requireNonNull(user.info().dates().lastLoginAt());
    }

    @Test
    void pk9_a_credential_of_somebody_is_registered_by_nobody_else() {
        Caller ben = site.member(BEN);
        SoftwareAuthenticator impostor = key.impostor();
        PasskeyCeremony ceremony = done(site.auth.ownPasskeys().begin(ben));
        assertThat(site.auth.ownPasskeys().finish(ben, answer(ceremony, impostor.create(ceremony)), null))
                .isEqualTo(refused(FactorRefusal.INVALID_PASSKEY));
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
                                instanceof FactorResult.Done))
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
                .isEqualTo(new StepUpResult.Refused(StepUpRefusal.INVALID_SECOND_FACTOR));
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
                        RIVALS,
                        n -> site.finish(ceremonies.get(n), shown.get(n)) instanceof PasskeyLoginResult.SignedIn))
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

    @Test
    void pk15_a_handle_says_nothing_about_its_owner() {
        Caller ben = site.member(BEN);
        String anas = handle(done(site.auth.ownPasskeys().begin(ana)));
        String bens = handle(done(site.auth.ownPasskeys().begin(ben)));
        String again = handle(done(site.auth.ownPasskeys().begin(ben)));
        assertThat(anas).hasSize(43).isNotEqualTo(bens);
        assertThat(bens).as("drawn, not computed").isNotEqualTo(again);
    }

    @Test
    void a_challenge_of_a_sign_in_that_is_none_asks_for_no_passkey() {
        assertThat(site.auth.passkeyLogin().beginSecondFactor(Secret.of("A".repeat(43))))
                .isEqualTo(new PasskeyStartResult.Refused());
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
                .isEqualTo(refused(FactorRefusal.INVALID_PASSKEY));
        key.withClientData(UnaryOperator.identity());
    }

    private static String handle(PasskeyCeremony ceremony) {
        PasskeyCeremony.Owner owner = ceremony.owner();
        assertThat(owner).isNotNull();
        return owner.handle();
    }

    private static <T> FactorResult<T> refused(FactorRefusal why) {
        return new FactorResult.Refused<>(why);
    }
}
