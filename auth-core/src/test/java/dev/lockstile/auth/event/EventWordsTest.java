package dev.lockstile.auth.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.hook.RiskCheck.Answer;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Alarms and queries of hosts read the names and details of events: each stays as it is. */
class EventWordsTest {

    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");
    private static final UserId USER = new UserId(7L);
    private static final SessionId SESSION = new SessionId("s-1");
    private static final Actor STAFF = new Actor(new UserId(8L), new SessionId("s-2"), null);

    private final List<AuthEvent> seen = new ArrayList<>();

    @Test
    void every_event_has_its_words() {
        operations();
        signIns();
        accounts();
        factors();
        assertThat(seen.stream().map(event -> event.getClass().getSimpleName()))
                .containsAll(Stream.of(AuthEvent.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList());
    }

    private void operations() {
        done(new AuthEvent.Done(AT, Operation.SOCIAL_REQUEST, USER, null), "authn_social_request", "SOCIAL_REQUEST");
        refused(
                new AuthEvent.Refused(AT, Operation.SOCIAL_REQUEST, USER, null, "throttled"),
                "authn_social_request_fail",
                "SOCIAL_REQUEST throttled");
        refused(
                new AuthEvent.Refused(AT, Operation.SOCIAL_REQUEST, USER, null, "throttled", STAFF),
                "authn_social_request_fail",
                "SOCIAL_REQUEST throttled, by user 8, session s-2");
        ends(
                new AuthEvent.Unavailable(AT, Operation.SIGN_IN, USER, null),
                "sys_unavailable",
                "SIGN_IN",
                AuthEvent.Outcome.UNAVAILABLE);
        done(
                new AuthEvent.PurposeCode(AT, Operation.PURPOSE_CODE, USER, "pay", null),
                Operation.PURPOSE_CODE.done(),
                "pay");
        refused(
                new AuthEvent.PurposeCode(AT, Operation.PURPOSE_CODE, USER, "pay", "late"),
                Operation.PURPOSE_CODE.refused(),
                "pay late");
        refused(new AuthEvent.LimitReached(AT, "LOGIN_ALL"), "excess_rate_limit_exceeded", "LOGIN_ALL");
        refused(new AuthEvent.AuditFailed(AT, "user_created"), "sys_monitor_disabled", "user_created");
    }

    private void signIns() {
        done(new AuthEvent.SignedIn(AT, USER, SESSION, "code"), "authn_login_success", "code");
        refused(
                new AuthEvent.SignInFailed(AT, USER, "password", "wrong password"),
                "authn_login_fail",
                "password wrong password");
        refused(new AuthEvent.SignInPaused(AT, USER, "code"), "authn_login_lock", "code");
        done(new AuthEvent.ProvenAgain(AT, USER, SESSION, "code"), "authn_step_up_success", "code");
        done(new AuthEvent.SecondFactorAsked(AT, USER, "code"), "authn_second_factor_asked", "code");
        done(new AuthEvent.SignInDisowned(AT, USER), "authn_sign_in_disowned", null);
        done(new AuthEvent.RiskAssessed(AT, USER, Answer.ALLOW), "authn_risk_assessed", "ALLOW");
        refused(new AuthEvent.RiskAssessed(AT, USER, Answer.REFUSE), "authn_risk_assessed", "REFUSE");
        done(
                new AuthEvent.SessionEnded(AT, USER, SESSION, EndReason.PASSWORD_RESET),
                "session_expired",
                "PASSWORD_RESET");
        refused(
                new AuthEvent.SessionEnded(AT, USER, SESSION, EndReason.TOKEN_REUSED),
                "authn_token_reuse",
                "TOKEN_REUSED");
    }

    private void accounts() {
        done(new AuthEvent.AdministratorAdded(AT, USER), "user_created", "administrator");
        done(new AuthEvent.Registered(AT, USER), "user_created", null);
        done(new AuthEvent.Registered(AT, null), "user_created", "TAKEN");
        done(new AuthEvent.IdentifierProven(AT, USER, "email"), "user_updated", "proven email");
        done(
                new AuthEvent.IdentifierProven(AT, USER, "email", true),
                "user_updated",
                "proven email, erased what was set before");
        done(new AuthEvent.PhoneRespelled(AT, USER), "user_updated", "phone stored in its present form");
        done(new AuthEvent.PasswordChanged(AT, USER, "reset"), "authn_password_change", "reset");
        done(new AuthEvent.AccountChanged(AT, USER, "username"), "user_updated", "username");
        done(new AuthEvent.AccountStatusChanged(AT, USER, "disabled"), "user_updated", "disabled");
        done(
                new AuthEvent.AccountStatusChanged(AT, USER, "deleted", STAFF, "a, b"),
                "user_deleted",
                "deleted (a, b), by user 8, session s-2");
        done(
                new AuthEvent.ActedFor(AT, USER, SESSION, "began", STAFF),
                "authn_impersonation",
                "began, by user 8, session s-2");
        apiKey("created", "authn_token_created");
        apiKey("rotated", "authn_token_created");
        apiKey("revoked", "authn_token_revoked");
        apiKey("renamed", "user_updated");
    }

    private void factors() {
        done(new AuthEvent.FactorsChanged(AT, USER, "passkey added"), "authn_factor_change", "passkey added");
        done(new AuthEvent.FactorsChanged(AT, USER, "reset", STAFF), "authn_factor_change", "reset, session s-2");
        refused(new AuthEvent.PasskeyRefused(AT, USER, "counter"), "authn_passkey_fail", "counter");
        done(
                new AuthEvent.ProviderEvent(AT, USER, "google", "disabled", "applied"),
                "authn_provider_event",
                "google disabled applied");
    }

    private void apiKey(String change, String name) {
        done(new AuthEvent.ApiKeyChanged(AT, USER, SESSION, "k1", change), name, "api key k1 " + change);
    }

    private void done(AuthEvent event, String name, @Nullable String detail) {
        ends(event, name, detail, AuthEvent.Outcome.SUCCESS);
    }

    private void refused(AuthEvent event, String name, @Nullable String detail) {
        ends(event, name, detail, AuthEvent.Outcome.REFUSED);
    }

    private void ends(AuthEvent event, String name, @Nullable String detail, AuthEvent.Outcome outcome) {
        seen.add(event);
        assertThat(event.name()).as("name of %s", event).isEqualTo(name);
        assertThat(event.detail()).as("detail of %s", event).isEqualTo(detail);
        assertThat(event.outcome()).as("outcome of %s", event).isEqualTo(outcome);
        assertThat(event.succeeded()).isEqualTo(outcome == AuthEvent.Outcome.SUCCESS);
    }
}
