package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.login.PasswordLogin.PasswordReplacement;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Passwords that an account has or had, refused where a host wants that. */
abstract class PasswordHistoryContract extends PasswordHistoryFixture {

    private static final String FIRST = FlowFixture.PASSWORD;
    private static final String SECOND = "walnut-bridge-9921";
    private static final String THIRD = "lantern-meadow-3310";

    /** For those who extend it. */
    protected PasswordHistoryContract() {}

    @Test
    void a_caller_who_may_not_set_the_password_is_told_nothing_of_former_ones() {
        change(FIRST, SECOND);
        Caller caller = caller(SECOND);
        assertThat(host.passwords().change(caller, Secret.of("not-the-word-11"), Secret.of(FIRST)))
                .isEqualTo(Outcome.refused(Refusal.WRONG_PASSWORD));
        LinkProof link = link();
        assertThat(reset(new LinkProof(link.uid(), Secret.of("x".repeat(43))), FIRST))
                .isEqualTo(Outcome.refused(Refusal.INVALID_LINK));
        assertThat(host.login()
                        .replacePassword(new PasswordReplacement(Secret.of("a.b"), Secret.of(FIRST), FlowFixture.WEB))
                        .isRefused(Refusal.INVALID_CREDENTIALS))
                .isTrue();
    }

    @Test
    void the_present_password_and_as_many_former_ones_as_the_host_says_are_refused() {
        assertThat(codes(attempt(FIRST, FIRST))).containsExactly("same_password");
        change(FIRST, SECOND);
        change(SECOND, THIRD);
        assertThat(codes(attempt(THIRD, FIRST))).containsExactly("former_password");
        assertThat(codes(attempt(THIRD, SECOND))).containsExactly("former_password");
        assertThat(codes(attempt(THIRD, THIRD))).containsExactly("same_password");
        change(THIRD, "fourth-" + SECOND);
        change("fourth-" + SECOND, FIRST);
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void a_link_refuses_them_stays_and_keeps_what_it_replaces() {
        change(FIRST, SECOND);
        LinkProof link = link();
        assertThat(codes(reset(link, FIRST))).containsExactly("former_password");
        assertThat(codes(reset(link, SECOND))).containsExactly("same_password");
        assertThat(reset(link, THIRD).isDone()).isTrue();
        assertThat(codes(attempt(THIRD, SECOND))).containsExactly("former_password");
    }

    @Test
    void a_required_change_refuses_them_and_keeps_what_it_replaces() {
        change(FIRST, SECOND);
        assertThat(host.admin().requireNewPassword(ana)).isTrue();
        String ticket = String.valueOf(((Outcome.Refused<SignIn>) fixture.login(ANA, SECOND)).challenge());
        assertThat(codes(replace(ticket, SECOND))).containsExactly("same_password");
        assertThat(codes(replace(ticket, FIRST))).containsExactly("former_password");
        assertThat(replace(ticket, THIRD).isDone()).isTrue();
        assertThat(codes(attempt(THIRD, SECOND))).containsExactly("former_password");
    }

    @Test
    void a_password_is_set_again_under_the_same_rule_and_as_often_as_it_may_be_changed() {
        change(FIRST, SECOND);
        Caller caller = caller(SECOND);
        assertThat(fixture.store.<Boolean>alone(tx -> tx.users().resetPassword(ana, null, fixture.clock.instant())))
                .isTrue();
        Auth limited = fixture.nodeWith(
                FlowFixture.settings()
                        .withThrottles(ThrottleSettings.owasp().with(RateLimit.PASSWORD_CHANGE_USER, Rate.perHour(2))),
                builder -> builder.passwordHistory(2));
        for (int i = 0; i < 2; i++) {
            assertThat(codes(limited.passwords().set(caller, Secret.of(FIRST)))).containsExactly("former_password");
        }
        assertThat(limited.passwords().set(caller, Secret.of(THIRD)).isRefused(Refusal.THROTTLED))
                .isTrue();
        assertThat(fixture.auth.passwords().set(caller, Secret.of(FIRST)).isDone())
                .as("a node without a history")
                .isTrue();
    }

    @Test
    void a_link_and_a_required_change_are_tried_as_often_as_a_change_from_any_network() {
        change(FIRST, SECOND);
        fixture.clock.advance(Duration.ofDays(1));
        host = fixture.nodeWith(
                FlowFixture.settings()
                        .withThrottles(ThrottleSettings.owasp().with(RateLimit.PASSWORD_CHANGE_USER, Rate.perHour(2))),
                builder -> builder.passwordHistory(2));
        LinkProof link = link();
        for (int i = 0; i < 2; i++) {
            assertThat(codes(reset(from(link, i), FIRST))).containsExactly("former_password");
        }
        assertThat(reset(from(link, 2), FIRST).isRefused(Refusal.THROTTLED)).isTrue();
        assertThat(codes(attempt(SECOND, FIRST))).as("another way").containsExactly("former_password");
        assertThat(host.admin().requireNewPassword(ana)).isTrue();
        String ticket = String.valueOf(((Outcome.Refused<SignIn>) fixture.login(ANA, SECOND)).challenge());
        for (int i = 0; i < 2; i++) {
            assertThat(codes(replace(ticket, FIRST))).containsExactly("former_password");
        }
        assertThat(replace(ticket, FIRST).isRefused(Refusal.THROTTLED)).isTrue();
        fixture.clock.advance(Duration.ofHours(1));
        assertThat(reset(from(link(), 0), THIRD).isDone()).isTrue();
    }

    private static LinkProof from(LinkProof link, int network) {
        return new LinkProof(link.uid(), link.token(), "198.51.100." + (network + 1));
    }

    @Test
    void a_host_without_a_history_keeps_nothing_and_a_shorter_one_keeps_less() {
        for (Auth node : List.of(fixture.auth, fixture.nodeWith(builder -> builder.passwordHistory(0)))) {
            assertThat(node.passwords()
                            .change(caller(FIRST), Secret.of(FIRST), Secret.of(FIRST))
                            .isDone())
                    .isTrue();
        }
        assertThat(kept()).isZero();
        change(FIRST, SECOND);
        change(SECOND, THIRD);
        assertThat(kept()).isEqualTo(2);
        host = fixture.nodeWith(builder -> builder.passwordHistory(1));
        change(THIRD, FIRST);
        assertThat(kept()).isOne();
    }

    @Test
    void the_first_proof_of_an_address_by_a_link_or_a_code_forgets_them() {
        for (String address : List.of("ben@acme.example", "eva@acme.example")) {
            fixture.people.admitted(address, null, null, FIRST);
            SignIn in = FlowFixture.signIn(fixture.login(address, FIRST));
            assertThat(host.passwords()
                            .change(fixture.caller(in), Secret.of(FIRST), Secret.of(SECOND))
                            .isDone())
                    .isTrue();
            UserId user = in.user().id();
            assertThat(kept(fixture, user)).isOne();
            if (address.startsWith("ben")) {
                host.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, address, null));
                assertThat(reset(fixture.linkTo(address), FIRST).isDone()).isTrue();
            } else {
                fixture.requestCode(address);
                FlowFixture.signIn(fixture.enterCode(CodeIdentifier.email(address), fixture.codeTo(address)));
            }
            assertThat(kept(fixture, user)).isZero();
        }
    }

    @Test
    void they_go_with_the_account() {
        change(FIRST, SECOND);
        host.admin().delete(ana);
        assertThat(kept()).isZero();
    }

    @Test
    void a_number_out_of_bounds_is_refused() {
        for (int wrong : new int[] {-1, 25}) {
            assertThatThrownBy(() -> fixture.nodeWith(builder -> builder.passwordHistory(wrong)))
                    .isInstanceOf(AuthSetupException.class)
                    .hasMessageContaining("password-history-out-of-bounds");
        }
        try (Auth node = fixture.nodeWith(builder -> builder.passwordHistory(24))) {
            node.start();
        }
    }

    /** Later than the change before. */
    private void change(String old, String next) {
        fixture.clock.advance(Duration.ofDays(1));
        assertThat(attempt(old, next).isDone()).isTrue();
    }

    private Outcome<SignIn> replace(String ticket, String password) {
        return host.login()
                .replacePassword(new PasswordReplacement(Secret.of(ticket), Secret.of(password), FlowFixture.WEB));
    }
}
