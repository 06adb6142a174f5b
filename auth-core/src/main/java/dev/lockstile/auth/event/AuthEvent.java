package dev.lockstile.auth.event;

import dev.lockstile.auth.model.EndReason;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened. Holds ids and reasons, never a secret or a full identifier (ASVS 16.2.5). */
public sealed interface AuthEvent {

    /** When it happened. */
    Instant at();

    /** Stable name, in the words of the OWASP logging vocabulary. */
    String name();

    /** Somebody registered; {@code user} is null when the identifier was taken. */
    record Registered(Instant at, @Nullable UserId user) implements AuthEvent {
        @Override
        public String name() {
            return "user_created";
        }
    }

    /** Somebody signed in. */
    record SignedIn(Instant at, UserId user, SessionId session, String method) implements AuthEvent {
        @Override
        public String name() {
            return "authn_login_success";
        }
    }

    /** A sign-in failed; {@code user} is null when nobody has that identifier. */
    record SignInFailed(Instant at, @Nullable UserId user, String method, String reason) implements AuthEvent {
        @Override
        public String name() {
            return "authn_login_fail";
        }
    }

    /** A person who is signed in proved again who they are. */
    record ProvenAgain(Instant at, UserId user, SessionId session, String method) implements AuthEvent {
        @Override
        public String name() {
            return "authn_step_up_success";
        }
    }

    /** A person proved an e-mail address or phone number. */
    record IdentifierProven(Instant at, UserId user, String kind) implements AuthEvent {
        @Override
        public String name() {
            return "user_updated";
        }
    }

    /** A password was set anew. */
    record PasswordChanged(Instant at, UserId user, String how) implements AuthEvent {
        @Override
        public String name() {
            return "authn_password_change";
        }
    }

    /** A session ended, or all of a user's when {@code session} is null. */
    record SessionEnded(Instant at, UserId user, @Nullable SessionId session, EndReason reason) implements AuthEvent {
        @Override
        public String name() {
            return reason == EndReason.TOKEN_REUSED ? "authn_token_reuse" : "session_expired";
        }
    }

    /** An account was disabled, enabled or deleted. */
    record StandingChanged(Instant at, UserId user, String change) implements AuthEvent {
        @Override
        public String name() {
            return "user_updated";
        }
    }

    /** A person changed something of the own account, or asked to; {@code change} says what in words of the library. */
    record AccountChanged(Instant at, UserId user, String change) implements AuthEvent {
        @Override
        public String name() {
            return "user_updated";
        }
    }
}
