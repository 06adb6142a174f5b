package dev.lockstile.auth.event;

import dev.lockstile.auth.event.AuthEvent.AccountChanged;
import dev.lockstile.auth.event.AuthEvent.AccountStatusChanged;
import dev.lockstile.auth.event.AuthEvent.ActedFor;
import dev.lockstile.auth.event.AuthEvent.AdministratorAdded;
import dev.lockstile.auth.event.AuthEvent.ApiKeyChanged;
import dev.lockstile.auth.event.AuthEvent.AuditFailed;
import dev.lockstile.auth.event.AuthEvent.Done;
import dev.lockstile.auth.event.AuthEvent.FactorsChanged;
import dev.lockstile.auth.event.AuthEvent.IdentifierProven;
import dev.lockstile.auth.event.AuthEvent.LimitReached;
import dev.lockstile.auth.event.AuthEvent.Outcome;
import dev.lockstile.auth.event.AuthEvent.PasskeyRefused;
import dev.lockstile.auth.event.AuthEvent.PasswordChanged;
import dev.lockstile.auth.event.AuthEvent.PhoneRespelled;
import dev.lockstile.auth.event.AuthEvent.ProvenAgain;
import dev.lockstile.auth.event.AuthEvent.ProviderEvent;
import dev.lockstile.auth.event.AuthEvent.PurposeCode;
import dev.lockstile.auth.event.AuthEvent.Refused;
import dev.lockstile.auth.event.AuthEvent.Registered;
import dev.lockstile.auth.event.AuthEvent.RiskAssessed;
import dev.lockstile.auth.event.AuthEvent.SecondFactorAsked;
import dev.lockstile.auth.event.AuthEvent.SessionEnded;
import dev.lockstile.auth.event.AuthEvent.SignInDisowned;
import dev.lockstile.auth.event.AuthEvent.SignInFailed;
import dev.lockstile.auth.event.AuthEvent.SignInPaused;
import dev.lockstile.auth.event.AuthEvent.SignedIn;
import dev.lockstile.auth.event.AuthEvent.Unavailable;
import dev.lockstile.auth.hook.RiskCheck.Answer;
import dev.lockstile.auth.model.SessionState.EndReason;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How an event is written down.
 *
 * @param name stable, in the words of the OWASP logging vocabulary
 * @param detail how or why; null for nothing
 * @param outcome how the operation ended
 */
record EventWords(String name, @Nullable String detail, Outcome outcome) {

    private static final Map<Class<?>, Function<AuthEvent, EventWords>> ALL = Map.ofEntries(
            row(Done.class, of -> done(of.operation().done(), of.operation().name())),
            row(Refused.class, of -> refused(of.operation().refused(), refusal(of))),
            row(
                    Unavailable.class,
                    of -> new EventWords("sys_unavailable", of.operation().name(), Outcome.UNAVAILABLE)),
            row(AdministratorAdded.class, of -> done("user_created", Actor.beside("administrator", of.actor()))),
            row(
                    Registered.class,
                    of -> done("user_created", Actor.beside(of.user() == null ? "TAKEN" : null, of.actor()))),
            row(SignedIn.class, of -> done("authn_login_success", of.method())),
            row(SignInFailed.class, of -> refused("authn_login_fail", of.method() + " " + of.reason())),
            row(PurposeCode.class, EventWords::purpose),
            row(SignInPaused.class, of -> refused("authn_login_lock", of.method())),
            row(LimitReached.class, of -> refused("excess_rate_limit_exceeded", of.limit())),
            row(AuditFailed.class, of -> refused("sys_monitor_disabled", of.event())),
            row(ProvenAgain.class, of -> done("authn_step_up_success", of.method())),
            row(IdentifierProven.class, of -> done("user_updated", proven(of))),
            row(PhoneRespelled.class, of -> done("user_updated", "phone stored in its present form")),
            row(PasswordChanged.class, of -> done("authn_password_change", of.how())),
            row(SecondFactorAsked.class, of -> done("authn_second_factor_asked", of.method())),
            row(FactorsChanged.class, of -> done("authn_factor_change", factors(of))),
            row(PasskeyRefused.class, of -> refused("authn_passkey_fail", of.reason())),
            row(ProviderEvent.class, of -> done("authn_provider_event", provider(of))),
            row(SessionEnded.class, EventWords::session),
            row(AccountStatusChanged.class, EventWords::status),
            row(SignInDisowned.class, of -> done("authn_sign_in_disowned", null)),
            row(RiskAssessed.class, EventWords::risk),
            row(ActedFor.class, of -> done("authn_impersonation", Actor.beside(of.act(), of.actor()))),
            row(AccountChanged.class, of -> done("user_updated", of.change())),
            row(ApiKeyChanged.class, of -> done(apiKey(of.change()), "api key " + of.key() + " " + of.change())));

    static EventWords of(AuthEvent event) {
        return Objects.requireNonNull(ALL.get(event.getClass())).apply(event);
    }

    private static <E extends AuthEvent> Map.Entry<Class<?>, Function<AuthEvent, EventWords>> row(
            Class<E> type, Function<E, EventWords> words) {
        return Map.entry(type, event -> words.apply(type.cast(event)));
    }

    private static EventWords done(String name, @Nullable String detail) {
        return new EventWords(name, detail, Outcome.SUCCESS);
    }

    private static EventWords refused(String name, @Nullable String detail) {
        return new EventWords(name, detail, Outcome.REFUSED);
    }

    private static @Nullable String refusal(Refused of) {
        return Actor.beside(of.operation().name() + " " + of.reason(), of.actor());
    }

    private static EventWords purpose(PurposeCode of) {
        return of.refusal() == null
                ? done(of.operation().done(), of.purpose())
                : refused(of.operation().refused(), of.purpose() + " " + of.refusal());
    }

    private static String proven(IdentifierProven of) {
        return "proven " + of.kind() + (of.erased() ? ", erased what was set before" : "");
    }

    private static String factors(FactorsChanged of) {
        Actor actor = of.actor();
        return actor == null ? of.change() : of.change() + ", session " + actor.session();
    }

    private static String provider(ProviderEvent of) {
        return of.provider() + " " + of.event() + " " + of.effect();
    }

    private static EventWords session(SessionEnded of) {
        return of.reason() == EndReason.TOKEN_REUSED
                ? refused("authn_token_reuse", of.reason().name())
                : done("session_expired", of.reason().name());
    }

    private static EventWords status(AccountStatusChanged of) {
        String name = of.change().startsWith("deleted") ? "user_deleted" : "user_updated";
        String what = of.values() == null ? of.change() : of.change() + " (" + of.values() + ")";
        return done(name, Actor.beside(what, of.actor()));
    }

    private static EventWords risk(RiskAssessed of) {
        return of.answer() == Answer.REFUSE
                ? refused("authn_risk_assessed", of.answer().name())
                : done("authn_risk_assessed", of.answer().name());
    }

    private static String apiKey(String change) {
        return switch (change) {
            case "created", "rotated" -> "authn_token_created";
            case "revoked" -> "authn_token_revoked";
            default -> "user_updated";
        };
    }
}
