package dev.lockstile.auth.event;

import dev.lockstile.auth.hook.RiskCheck.Answer;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A security event, published after the commit. Contains ids and reasons, never a secret or a full identifier (ASVS
 * 16.2.5).
 */
public sealed interface AuthEvent {

    /** {@return when it happened} */
    Instant at();

    /** {@return the stable name, by the OWASP logging vocabulary} */
    default String name() {
        return EventWords.of(this).name();
    }

    /** {@return the account concerned; null when no account has the identifier, or it is not known} */
    default @Nullable UserId user() {
        return null;
    }

    /** {@return the session concerned; null for none, and for all sessions of a user} */
    default @Nullable SessionId session() {
        return null;
    }

    /** {@return the method or reason, in fixed terms of the library: never text from a user} */
    default @Nullable String detail() {
        return EventWords.of(this).detail();
    }

    /** {@return the user who acted on another user's account; null for acts of the owner and of host code} */
    default @Nullable Actor actor() {
        return null;
    }

    /** {@return false for a refusal} */
    default boolean succeeded() {
        return outcome() == Outcome.SUCCESS;
    }

    /** {@return the result of the operation} */
    default Outcome outcome() {
        return EventWords.of(this).outcome();
    }

    /** The result of an operation. */
    enum Outcome {
        /** The operation succeeded. */
        SUCCESS,
        /** The operation was refused or failed. */
        REFUSED,
        /** The operation was not decided: the database or another service it needs did not answer. */
        UNAVAILABLE
    }

    /**
     * An operation without an event type of its own succeeded: a code or link was requested, or a session was renewed.
     *
     * @param at when it happened
     * @param operation the operation
     * @param user the account concerned; null where it is not known
     * @param session the caller's session; null for an operation without one
     */
    record Done(
            Instant at,
            Operation operation,
            @Nullable UserId user,
            @Nullable SessionId session) implements AuthEvent {}

    /**
     * An operation could not be decided because the database or another service it needs did not answer. This is not a
     * refusal, so that an outage does not look like an attack.
     *
     * @param at when it happened
     * @param operation the requested operation
     * @param user the account concerned; null where it is not known
     * @param session the caller's session; null for an operation without one
     */
    record Unavailable(
            Instant at,
            Operation operation,
            @Nullable UserId user,
            @Nullable SessionId session) implements AuthEvent {}

    /**
     * An operation was refused or failed.
     *
     * @param at when it happened
     * @param operation the requested operation
     * @param user the account concerned; null where it is not known
     * @param session the caller's session; null for an operation without one
     * @param reason a stable code, such as {@code throttled}; for a veto {@code vetoed} and the hook's reason
     * @param actor the user who acted on another user's account; null for acts of the owner and of host code
     */
    record Refused(
            Instant at,
            Operation operation,
            @Nullable UserId user,
            @Nullable SessionId session,
            String reason,
            @Nullable Actor actor)
            implements AuthEvent {

        /**
         * Creates the event without an actor.
         *
         * @param at when it happened
         * @param operation the requested operation
         * @param user the account concerned; null where it is not known
         * @param session the caller's session; null for an operation without one
         * @param reason a stable code, such as {@code throttled}; for a veto {@code vetoed} and the hook's reason
         */
        public Refused(
                Instant at, Operation operation, @Nullable UserId user, @Nullable SessionId session, String reason) {
            this(at, operation, user, session, reason, null);
        }
    }

    /**
     * An administrator's account was opened.
     *
     * @param at when it happened
     * @param user the account concerned
     * @param actor the user who acted on another user's account; null for acts of the owner and of host code
     */
    record AdministratorAdded(
            Instant at, UserId user, @Nullable Actor actor) implements AuthEvent {

        /**
         * Creates the event without an actor.
         *
         * @param at when it happened
         * @param user the account concerned
         */
        public AdministratorAdded(Instant at, UserId user) {
            this(at, user, null);
        }
    }

    /**
     * A client registered an account.
     *
     * @param at when it happened
     * @param user the new account; null when the identifier is taken or belongs to a registration that is not
     *     verified yet
     * @param actor the user who acted on another user's account; null for acts of the owner and of host code
     */
    record Registered(
            Instant at, @Nullable UserId user, @Nullable Actor actor) implements AuthEvent {

        /**
         * Creates the event without an actor.
         *
         * @param at when it happened
         * @param user the new account; null when the identifier is taken or belongs to a registration that is not
         *     verified yet
         */
        public Registered(Instant at, @Nullable UserId user) {
            this(at, user, null);
        }
    }

    /**
     * A user signed in.
     *
     * @param at when it happened
     * @param user the account concerned
     * @param session the new session
     * @param method the method, such as {@code password}, {@code code} or {@code passkey}
     */
    record SignedIn(Instant at, UserId user, SessionId session, String method) implements AuthEvent {}

    /**
     * A sign-in failed.
     *
     * @param at when it happened
     * @param user null when no account has that identifier
     * @param method the method, such as {@code password}, {@code code} or {@code passkey}
     * @param reason in fixed terms of the library, such as {@code wrong password}; not sent to the client
     */
    record SignInFailed(Instant at, @Nullable UserId user, String method, String reason) implements AuthEvent {}

    /**
     * A code for a purpose that the host declared was issued, verified or refused.
     *
     * @param at when it happened
     * @param operation {@link Operation#PURPOSE_CODE_REQUEST} or {@link Operation#PURPOSE_CODE}
     * @param user the account of the code; null for an address without an account, and where it is not known
     * @param purpose the host's name of the purpose
     * @param refusal the reason, in fixed terms of the library; null for success
     */
    record PurposeCode(
            Instant at,
            Operation operation,
            @Nullable UserId user,
            String purpose,
            @Nullable String refusal) implements AuthEvent {}

    /**
     * After failures, further attempts to sign in to an account are refused for a time without being evaluated.
     *
     * @param at when it happened
     * @param user null when no account has that identifier
     * @param method the tried method, such as {@code password} or {@code code}
     */
    record SignInPaused(Instant at, @Nullable UserId user, String method) implements AuthEvent {}

    /**
     * A global limit was reached, such as the failures of all accounts together: a sign of an attack.
     *
     * @param at when it happened
     * @param limit a {@link dev.lockstile.auth.throttle.RateLimit}, followed by an underscore and the part that was
     *     reached, if it was not the whole
     */
    record LimitReached(Instant at, String limit) implements AuthEvent {}

    /**
     * An event could not be written to the audit trail, or the trail was found tampered with. For alarms; only
     * listeners receive it.
     *
     * @param at when it happened
     * @param event the name of the event that could not be written
     */
    record AuditFailed(Instant at, String event) implements AuthEvent {}

    /**
     * A signed-in user authenticated again.
     *
     * @param at when it happened
     * @param user the account concerned
     * @param session the user's session
     * @param method the method, such as {@code password} or {@code code}
     */
    record ProvenAgain(Instant at, UserId user, SessionId session, String method) implements AuthEvent {}

    /**
     * An e-mail address or phone number was verified.
     *
     * @param at when it happened
     * @param user the account concerned
     * @param kind {@code email} or {@code phone}
     * @param erased true when the verification removed the password, names and other data of the registration,
     *     which another client may have set; the host then has to remove what it stored for that registration
     */
    record IdentifierProven(Instant at, UserId user, String kind, boolean erased) implements AuthEvent {

        /**
         * Creates the event of a verification that removed no data.
         *
         * @param at when it happened
         * @param user the account concerned
         * @param kind {@code email} or {@code phone}
         */
        public IdentifierProven(Instant at, UserId user, String kind) {
            this(at, user, kind, false);
        }
    }

    /**
     * A stored phone number was rewritten from the form of an older numbering plan to the current one; it reaches the
     * same line.
     *
     * @param at when it happened
     * @param user the account concerned
     */
    record PhoneRespelled(Instant at, UserId user) implements AuthEvent {}

    /**
     * A password was changed or reset.
     *
     * @param at when it happened
     * @param user the account concerned
     * @param how {@code reset} or {@code change}
     */
    record PasswordChanged(Instant at, UserId user, String how) implements AuthEvent {}

    /**
     * The first factor of a sign-in was verified; a second one is required before a session is opened.
     *
     * @param at when it happened
     * @param user the account concerned
     * @param method the first factor, such as {@code password} or {@code code}
     */
    record SecondFactorAsked(Instant at, UserId user, String method) implements AuthEvent {}

    /**
     * A second factor was added or removed, or recovery codes were generated.
     *
     * @param at when it happened
     * @param user the account concerned
     * @param change the change, in fixed terms of the library
     * @param actor the user who acted on another user's account; null for acts of the owner and of host code
     */
    record FactorsChanged(
            Instant at,
            UserId user,
            String change,
            @Nullable Actor actor) implements AuthEvent {

        /**
         * Creates the event without an actor.
         *
         * @param at when it happened
         * @param user the account concerned
         * @param change the change, in fixed terms of the library
         */
        public FactorsChanged(Instant at, UserId user, String change) {
            this(at, user, change, null);
        }
    }

    /**
     * A passkey was refused. The reason {@code counter} means that a copy of the authenticator may be in use.
     *
     * @param at when it happened
     * @param user null where no account has that passkey
     * @param reason a stable code, not sent to clients
     */
    record PasskeyRefused(Instant at, @Nullable UserId user, String reason) implements AuthEvent {}

    /**
     * A provider sent an event about one of its accounts.
     *
     * @param at when it happened
     * @param user the user with that linked account; null for none
     * @param provider the name the host gave the provider
     * @param event the provider's event, such as {@code disabled}
     * @param effect {@code applied}; {@code kept} where the account stays linked as the last sign-in method, while
     *     its sessions were ended; {@code noted} where nothing was done; {@code nobody} where no user has that account
     */
    record ProviderEvent(Instant at, @Nullable UserId user, String provider, String event, String effect)
            implements AuthEvent {}

    /**
     * One or more sessions of a user ended.
     *
     * @param at when it happened
     * @param user the account concerned
     * @param session the session; null for all of the user's, or for all but the caller's
     * @param reason the reason
     */
    record SessionEnded(Instant at, UserId user, @Nullable SessionId session, EndReason reason) implements AuthEvent {}

    /**
     * An account was disabled, enabled, deleted or restored, or its sessions were ended.
     *
     * @param at when it happened
     * @param user the account concerned
     * @param change the change, in fixed terms of the library, such as {@code disabled}
     * @param actor the user who acted on another user's account; null for acts of the owner and of host code
     * @param values the values before and after, or the names of the edited fields; null for changes without values
     */
    record AccountStatusChanged(
            Instant at,
            UserId user,
            String change,
            @Nullable Actor actor,
            @Nullable String values) implements AuthEvent {

        /**
         * Creates the event without values.
         *
         * @param at when it happened
         * @param user the account concerned
         * @param change the change, in fixed terms of the library, such as {@code disabled}
         * @param actor the user who made the change; null for host code
         */
        public AccountStatusChanged(Instant at, UserId user, String change, @Nullable Actor actor) {
            this(at, user, change, actor, null);
        }

        /**
         * Creates the event without an actor.
         *
         * @param at when it happened
         * @param user the account concerned
         * @param change the change, in fixed terms of the library, such as {@code disabled}
         */
        public AccountStatusChanged(Instant at, UserId user, String change) {
            this(at, user, change, null, null);
        }
    }

    /**
     * The owner of an account reported, by the link of a notice, a sign-in by another person.
     *
     * @param at when it happened
     * @param user the account concerned
     */
    record SignInDisowned(Instant at, UserId user) implements AuthEvent {}

    /**
     * The host's risk check required a further factor of a sign-in, or refused it, after its first factor was verified.
     *
     * @param at when it happened
     * @param user the account concerned
     * @param answer the result of the check; there is no event for {@code ALLOW}
     */
    record RiskAssessed(Instant at, UserId user, Answer answer) implements AuthEvent {}

    /**
     * A member of staff started to act on behalf of an account, or did something on its behalf.
     *
     * @param at when it happened
     * @param user the account concerned
     * @param session the session in which the member of staff acts
     * @param act {@code began}, or the name of an {@link Operation}
     * @param actor the member of staff, and the session in which the acting was started
     */
    record ActedFor(Instant at, UserId user, SessionId session, String act, Actor actor) implements AuthEvent {}

    /**
     * An owner changed the own account, or requested a change.
     *
     * @param at when it happened
     * @param user the account concerned
     * @param change the changes, in fixed terms of the library, such as {@code username, settings}
     */
    record AccountChanged(Instant at, UserId user, String change) implements AuthEvent {}

    /**
     * An API key was created, renamed, rotated or revoked.
     *
     * @param at when it happened
     * @param user the owner of the key
     * @param session the owner's session; null for a revocation by another change of the account
     * @param key public id of the key; {@code *} for all keys of the account
     * @param change {@code created}, {@code renamed}, {@code rotated} or {@code revoked}
     */
    record ApiKeyChanged(Instant at, UserId user, @Nullable SessionId session, String key, String change)
            implements AuthEvent {}
}
