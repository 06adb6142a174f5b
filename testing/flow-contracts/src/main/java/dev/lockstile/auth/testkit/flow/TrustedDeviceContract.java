package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.PasswordChanges.PasswordSet;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientEvidence;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Devices on which the owner signed in before go on, on any network, while strangers' attempts pause the account. */
@Tag("columns")
abstract class TrustedDeviceContract extends ThrottledContract {

    private static final Outcome<SignIn> INVALID = Outcome.refused(Refusal.INVALID_CREDENTIALS);
    private static final String NEXT = "copper-lantern-2208";

    /** For those who extend it. */
    protected TrustedDeviceContract() {}

    @Test
    void an_owner_with_a_trusted_device_signs_in_on_any_network_while_strangers_guess() {
        fixture.member(ANA);
        Secret device = device(ANA, HOME);
        strangersGuess(12);
        assertThat(login(ANA, FlowFixture.PASSWORD, place(1)))
                .as("paused for whoever is not known")
                .isEqualTo(INVALID);
        assertThat(login(ANA, FlowFixture.PASSWORD, place(2), device)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_code_is_taken_from_a_trusted_device_while_strangers_guess_at_codes() {
        limit(throttles -> throttles.turnOff(RateLimit.OTP_REQUEST_IDENTITY, RateLimit.OTP_REQUEST_IDENTITY_DAY));
        fixture.member(ANA);
        Secret device = device(ANA, HOME);
        for (int i = 0; i < 8; i++) {
            request(ANAS_ADDRESS, place(i));
            for (int attempt = 0; attempt < 3; attempt++) {
                enter(null, "000000", place(i));
            }
            pass(Duration.ofMinutes(2));
        }
        String challenge = request(ANAS_ADDRESS, place(60)).orElseThrow().challengeId();
        String code = fixture.codeTo(ANA);
        enter(null, "000000", place(59));
        assertThat(enter(challenge, code, place(60))).isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
        ClientInfo owner = ClientInfo.web(place(61)).showing(new ClientEvidence(device));
        assertThat(fixture.auth.codes().verify(new CodeLogin.Attempt(ANAS_ADDRESS, challenge, Secret.of(code), owner)))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_trusted_device_has_a_small_budget_that_leaves_the_other_devices_theirs() {
        fixture.member(ANA);
        Secret stolen = device(ANA, HOME);
        Secret other = device(ANA, HOME);
        strangersGuess(12);
        fixture.events.clear();
        for (int i = 0; i < 40; i++) {
            login(ANA, WRONG, place(i), stolen);
            strangersGuess(2);
        }
        assertThat(login(ANA, FlowFixture.PASSWORD, place(90), stolen)).isEqualTo(INVALID);
        assertThat(login(ANA, FlowFixture.PASSWORD, place(91), other)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_trusted_device_goes_on_where_strangers_have_used_up_the_network() {
        fixture.member(ANA);
        Secret device = device(ANA, HOME);
        pass(Duration.ofMinutes(2));
        for (int i = 0; i < 21; i++) {
            login("user" + i + "@acme.example", WRONG, HOME);
        }
        assertThat(login(ANA, FlowFixture.PASSWORD, HOME))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Refusal.THROTTLED));
        assertThat(login(ANA, FlowFixture.PASSWORD, HOME, device)).isInstanceOf(Outcome.Done.class);
        for (int i = 0; i < 9; i++) {
            login(ANA, WRONG, HOME, device);
        }
        assertThat(login(ANA, WRONG, HOME, device))
                .as("the device has limits of its own")
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Refusal.THROTTLED));
    }

    @Test
    void a_token_is_worth_nothing_for_another_account_nor_when_it_is_made_up() {
        fixture.member(ANA);
        fixture.member("bob@acme.example");
        Secret anas = device(ANA, HOME);
        Secret bobs = device("bob@acme.example", HOME);
        String text = anas.reveal();
        String tampered = text.substring(0, text.length() - 2) + (text.endsWith("AA") ? "BB" : "AA");
        for (String token : List.of(bobs.reveal(), tampered, "", ".", "s..", "r.0.x", "x".repeat(5000))) {
            strangersGuess(12);
            assertThat(login(ANA, FlowFixture.PASSWORD, place(1), Secret.of(token)))
                    .as(token)
                    .isEqualTo(INVALID);
            pass(Duration.ofHours(2));
        }
    }

    @Test
    void a_token_outlives_the_logout_of_its_session_but_not_thirty_days_without_use() {
        fixture.member(ANA);
        SignIn in = FlowFixture.signIn(login(ANA, FlowFixture.PASSWORD, HOME));
        fixture.auth.sessions().logout(fixture.caller(in));
        assertThat(isTrusted(in.trustedDevice())).isTrue();
        pass(Duration.ofDays(31));
        assertThat(isTrusted(in.trustedDevice())).isFalse();
    }

    @Test
    void a_sign_out_everywhere_revokes_every_token() {
        fixture.member(ANA);
        SignIn left = FlowFixture.signIn(login(ANA, FlowFixture.PASSWORD, HOME));
        fixture.auth.sessions().logout(fixture.caller(left));
        SignIn live = FlowFixture.signIn(login(ANA, FlowFixture.PASSWORD, HOME));
        SignIn last = FlowFixture.signIn(login(ANA, FlowFixture.PASSWORD, HOME));
        fixture.auth.sessions().logoutAll(fixture.caller(last));
        for (SignIn in : List.of(left, live, last)) {
            assertThat(isTrusted(in.trustedDevice())).isFalse();
        }
    }

    @Test
    void a_change_of_the_password_revokes_the_tokens_of_all_others() {
        fixture.member(ANA);
        SignIn left = FlowFixture.signIn(login(ANA, FlowFixture.PASSWORD, HOME));
        fixture.auth.sessions().logout(fixture.caller(left));
        Secret thiefs = device(ANA, place(7));
        SignIn own = FlowFixture.signIn(login(ANA, FlowFixture.PASSWORD, HOME));
        assertThat(fixture.auth
                        .passwords()
                        .change(fixture.caller(own), Secret.of(FlowFixture.PASSWORD), Secret.of(NEXT)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(isTrusted(left.trustedDevice(), NEXT)).isFalse();
        assertThat(isTrusted(thiefs, NEXT)).isFalse();
        assertThat(isTrusted(own.trustedDevice(), NEXT)).isTrue();
    }

    @Test
    void whoever_resets_the_password_signs_in_while_strangers_go_on_guessing() {
        fixture.member(ANA);
        Secret before = device(ANA, HOME);
        strangersGuess(12);
        Secret device = reset(NEXT);
        assertThat(isTrusted(before, NEXT)).as("a reset revokes").isFalse();
        assertThat(isTrusted(device, NEXT)).isTrue();
        reset(FlowFixture.PASSWORD);
        assertThat(isTrusted(device, FlowFixture.PASSWORD))
                .as("the next reset revokes it")
                .isFalse();
        Secret last = reset(NEXT);
        pass(Duration.ofDays(1));
        assertThat(isTrusted(last, NEXT)).as("a day is enough").isFalse();
    }

    @Test
    void strangers_on_the_owners_network_do_not_use_up_the_tries_of_a_step_up() {
        limit(throttles -> throttles.turnOff(RateLimit.LOGIN_FAILURE_IP));
        fixture.member(ANA);
        Caller ana = fixture.caller(FlowFixture.signIn(login(ANA, FlowFixture.PASSWORD, HOME)));
        for (int i = 0; i < 60; i++) {
            login(ANA, WRONG, HOME);
            pass(Duration.ofMinutes(16));
        }
        assertThat(fixture.auth.stepUp().byPassword(ana, Secret.of(FlowFixture.PASSWORD)))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_right_password_sets_the_count_of_its_device_back() {
        limit(throttles -> throttles.with(RateLimit.LOGIN_IDENTITY, Rate.perHour(1)));
        fixture.member(ANA);
        Secret device = device(ANA, HOME);
        strangersGuess(12);
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < 4; i++) {
                login(ANA, WRONG, place(200 + round * 5 + i), device);
            }
            assertThat(login(ANA, FlowFixture.PASSWORD, place(300 + round), device))
                    .isInstanceOf(Outcome.Done.class);
        }
    }

    private Secret reset(String password) {
        fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, ANA, place(1)));
        LinkProof link = fixture.linkTo(ANA);
        Outcome<PasswordSet> changed = fixture.auth.passwords().confirmReset(link, Secret.of(password));
        pass(Duration.ofMinutes(20));
        return Objects.requireNonNull(changed.orElseThrow().trustedDevice());
    }

    private boolean isTrusted(@Nullable Secret device) {
        return isTrusted(device, FlowFixture.PASSWORD);
    }

    /** Whether it opens an account that strangers keep closed; they begin anew each time. */
    private boolean isTrusted(@Nullable Secret device, String password) {
        strangersGuess(12);
        boolean in = login(ANA, password, place(1), device) instanceof Outcome.Done<SignIn>;
        pass(Duration.ofHours(2));
        assertThat(in || login(ANA, password, place(2)) instanceof Outcome.Done<SignIn>)
                .as("the password is right")
                .isTrue();
        return in;
    }

    private void strangersGuess(int times) {
        for (int i = 0; i < times; i++) {
            login(ANA, WRONG, place(100 + i));
        }
    }
}
