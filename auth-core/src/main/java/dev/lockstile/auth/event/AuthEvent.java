package dev.lockstile.auth.event;

import dev.lockstile.auth.hook.RiskCheck.Answer;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened. Holds ids and reasons, never a secret or a full identifier (ASVS 16.2.5). */
public sealed interface AuthEvent {

    /** {@return when it happened} */
    Instant at();

    /** {@return stable name, in the words of the OWASP logging vocabulary} */
    default String name() {
        return EventWords.of(this).name();
    }

    /** {@return whose account it is about; null when no account has that identifier, or it is not known} */
    default @Nullable UserId user() {
        return null;
    }

    /** {@return the session it is about; null when it is about none, or about all of a user's} */
    default @Nullable SessionId session() {
        return null;
    }

    /** {@return how or why, in a few words of the library's own: never text of a user} */
    default @Nullable String detail() {
        return EventWords.of(this).detail();
    }

    /** {@return who acted on the account of another user; null for what its owner or the host's own code did} */
    default @Nullable Actor actor() {
        return null;
    }

    /** {@return false when something was asked for and refused} */
    default boolean succeeded() {
        return outcome() == Outcome.SUCCESS;
    }

    /** {@return how it ended} */
    default Outcome outcome() {
        return EventWords.of(this).outcome();
    }

    /** How an operation ended. */
    enum Outcome {
        /** It was done. */
        SUCCESS,
        /** It was refused, or failed. */
        REFUSED,
        /** It was not decided: the database, or what else it needs, did not answer. */
        UNAVAILABLE
    }

    /**
     * An operation went well that has no event of its own: a code or a link was asked for, a session was renewed.
     *
     * @param at when it happened
     * @param operation what was done
     * @param user whose account it is about; null where it is not known
     * @param session of the caller; null for an operation without one
     */
    record Done(
            Instant at,
            Operation operation,
            @Nullable UserId user,
            @Nullable SessionId session) implements AuthEvent {}

    /**
     * An operation could not be decided because the database, or what else it needs, did not answer. No refusal: an
     * outage does not look like an attack.
     *
     * @param at when it happened
     * @param operation what was asked for
     * @param user whose account it is about; null where it is not known
     * @param session of the caller; null for an operation without one
     */
    record Unavailable(
            Instant at,
            Operation operation,
            @Nullable UserId user,
            @Nullable SessionId session) implements AuthEvent {}

    /**
     * An operation was refused, or failed; {@code reason} is a stable code.
     *
     * @param at when it happened
     * @param operation what was asked for
     * @param user whose account it is about; null where it is not known
     * @param session of the caller; null for an operation without one
     * @param reason a stable code, such as {@code throttled}; {@code vetoed} and the hook's reason for a veto
     * @param actor who acted on the account of another user; null for what its owner or the host's own code did
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
         * Without an actor.
         *
         * @param at when it happened
         * @param operation what was asked for
         * @param user whose account it is about; null where it is not known
         * @param session of the caller; null for an operation without one
         * @param reason a stable code, such as {@code throttled}; {@code vetoed} and the hook's reason for a veto
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
     * @param user whose account it is about
     * @param actor who acted on the account of another user; null for what its owner or the host's own code did
     */
    record AdministratorAdded(
            Instant at, UserId user, @Nullable Actor actor) implements AuthEvent {

        /**
         * Without an actor.
         *
         * @param at when it happened
         * @param user whose account it is about
         */
        public AdministratorAdded(Instant at, UserId user) {
            this(at, user, null);
        }
    }

    /**
     * A client registered; {@code user} is null when the identifier was taken or already waits for its proof.
     *
     * @param at when it happened
     * @param user the new account; null when the identifier was taken or already waits for its proof
     * @param actor who acted on the account of another user; null for what its owner or the host's own code did
     */
    record Registered(
            Instant at, @Nullable UserId user, @Nullable Actor actor) implements AuthEvent {

        /**
         * Without an actor.
         *
         * @param at when it happened
         * @param user the new account; null when the identifier was taken or already waits for its proof
         */
        public Registered(Instant at, @Nullable UserId user) {
            this(at, user, null);
        }
    }

    /**
     * A user signed in.
     *
     * @param at when it happened
     * @param user whose account it is about
     * @param session the new session
     * @param method by what, such as {@code password}, {@code code} or {@code passkey}
     */
    record SignedIn(Instant at, UserId user, SessionId session, String method) implements AuthEvent {}

    /**
     * A sign-in failed; {@code user} is null when no account has that identifier.
     *
     * @param at when it happened
     * @param user null when no account has that identifier
     * @param method by what, such as {@code password}, {@code code} or {@code passkey}
     * @param reason in words of the library, such as {@code wrong password}; the client is not told
     */
    record SignInFailed(Instant at, @Nullable UserId user, String method, String reason) implements AuthEvent {}

    /**
     * A code for a purpose of the host's own was issued, verified or refused.
     *
     * @param at when it happened
     * @param operation {@link Operation#PURPOSE_CODE_REQUEST} or {@link Operation#PURPOSE_CODE}
     * @param user whose code it is; null for an address without an account, and where it is not known
     * @param purpose the name that the host gave it
     * @param refusal why it was refused, in words of the library; null when it was done
     */
    record PurposeCode(
            Instant at,
            Operation operation,
            @Nullable UserId user,
            String purpose,
            @Nullable String refusal) implements AuthEvent {}

    /**
     * Attempts at an account are not evaluated for a while; {@code user} is null when no account has that identifier.
     *
     * @param at when it happened
     * @param user null when no account has that identifier
     * @param method the tried method, such as {@code password} or {@code code}
     */
    record SignInPaused(Instant at, @Nullable UserId user, String method) implements AuthEvent {}

    /**
     * A limit on the whole is reached, such as failures of all accounts together: a sign of an attack.
     *
     * @param at when it happened
     * @param limit a {@link dev.lockstile.auth.throttle.RateLimit}, and behind an underscore the part of it that is
     *     reached, if not all
     */
    record LimitReached(Instant at, String limit) implements AuthEvent {}

    /**
     * An event could not be written into the audit, or the audit was found tampered with: for alarms, told to listeners
     * alone.
     *
     * @param at when it happened
     * @param event the name of the event that could not be written
     */
    record AuditFailed(Instant at, String event) implements AuthEvent {}

    /**
     * A person who is signed in proved again who they are.
     *
     * @param at when it happened
     * @param user whose account it is about
     * @param session in which it happened
     * @param method by what, such as {@code password} or {@code code}
     */
    record ProvenAgain(Instant at, UserId user, SessionId session, String method) implements AuthEvent {}

    /**
     * A person proved an e-mail address or phone number.
     *
     * @param at when it happened
     * @param user whose account it is about
     * @param kind {@code email} or {@code phone}
     * @param erased true when the password, the names and the rest of the registration went with the proof, since
     *     another client may have set them; a host then takes back what it stored of that registration
     */
    record IdentifierProven(Instant at, UserId user, String kind, boolean erased) implements AuthEvent {

        /**
         * The account stays as it was.
         *
         * @param at when it happened
         * @param user whose account it is about
         * @param kind {@code email} or {@code phone}
         */
        public IdentifierProven(Instant at, UserId user, String kind) {
            this(at, user, kind, false);
        }
    }

    /**
     * A stored phone number was moved from the form of an older numbering plan to that of today; it is the same line.
     *
     * @param at when it happened
     * @param user whose account it is about
     */
    record PhoneRespelled(Instant at, UserId user) implements AuthEvent {}

    /**
     * A password was set anew.
     *
     * @param at when it happened
     * @param user whose account it is about
     * @param how {@code reset} or {@code change}
     */
    record PasswordChanged(Instant at, UserId user, String how) implements AuthEvent {}

    /**
     * The first factor of a sign-in was right, and a second one is wanted before there is a session.
     *
     * @param at when it happened
     * @param user whose account it is about
     * @param method the first factor, such as {@code password} or {@code code}
     */
    record SecondFactorAsked(Instant at, UserId user, String method) implements AuthEvent {}

    /**
     * A second factor was added or removed, or recovery codes were made; {@code change} says what in words of the
     * library.
     *
     * @param at when it happened
     * @param user whose account it is about
     * @param change what, in words of the library
     * @param actor who acted on the account of another user; null for what its owner or the host's own code did
     */
    record FactorsChanged(
            Instant at,
            UserId user,
            String change,
            @Nullable Actor actor) implements AuthEvent {

        /**
         * Without an actor.
         *
         * @param at when it happened
         * @param user whose account it is about
         * @param change what, in words of the library
         */
        public FactorsChanged(Instant at, UserId user, String change) {
            this(at, user, change, null);
        }
    }

    /**
     * A passkey was refused; {@code reason} is a stable code that no client is told. {@code counter} means that a copy
     * of the authenticator may be in use; {@code user} is null where no account has that passkey.
     *
     * @param at when it happened
     * @param user null where no account has that passkey
     * @param reason a stable code, which no client is told
     */
    record PasskeyRefused(Instant at, @Nullable UserId user, String reason) implements AuthEvent {}

    /**
     * A provider told something of an account at it.
     *
     * @param at when it happened
     * @param user null where no user has that account
     * @param provider the name the host gave the provider
     * @param event what it told, such as {@code disabled}
     * @param effect {@code applied}; {@code kept} where the account stays linked as the last way in, while its sessions
     *     ended; {@code noted} where nothing is done; {@code nobody}
     */
    record ProviderEvent(Instant at, @Nullable UserId user, String provider, String event, String effect)
            implements AuthEvent {}

    /**
     * A session ended, or all of a user's when {@code session} is null.
     *
     * @param at when it happened
     * @param user whose account it is about
     * @param session null for all of the user's, or for all but the caller's
     * @param reason why it ended
     */
    record SessionEnded(Instant at, UserId user, @Nullable SessionId session, EndReason reason) implements AuthEvent {}

    /**
     * An account was disabled, enabled, deleted or restored, or its sessions were ended.
     *
     * @param at when it happened
     * @param user whose account it is about
     * @param change what, in words of the library, such as {@code disabled}
     * @param actor who acted on the account of another user; null for what its owner or the host's own code did
     * @param values what it was before and is now, or the names of what was edited; null where the change says it all
     */
    record AccountStatusChanged(
            Instant at,
            UserId user,
            String change,
            @Nullable Actor actor,
            @Nullable String values) implements AuthEvent {

        /**
         * Without values.
         *
         * @param at when it happened
         * @param user whose account it is about
         * @param change what, in words of the library, such as {@code disabled}
         * @param actor who did it; null for the host's own code
         */
        public AccountStatusChanged(Instant at, UserId user, String change, @Nullable Actor actor) {
            this(at, user, change, actor, null);
        }

        /**
         * Without an actor.
         *
         * @param at when it happened
         * @param user whose account it is about
         * @param change what, in words of the library, such as {@code disabled}
         */
        public AccountStatusChanged(Instant at, UserId user, String change) {
            this(at, user, change, null, null);
        }
    }

    /**
     * The owner of an account said, by the link of a notice, that another person signed in to it.
     *
     * @param at when it happened
     * @param user whose account it is about
     */
    record SignInDisowned(Instant at, UserId user) implements AuthEvent {}

    /**
     * The host's check of a sign-in, after its right first factor, asked for a factor or refused it.
     *
     * @param at when it happened
     * @param user whose account it is about
     * @param answer of the host; {@code ALLOW} leaves no event
     */
    record RiskAssessed(Instant at, UserId user, Answer answer) implements AuthEvent {}

    /**
     * Staff began to act for an account, or did something in its name.
     *
     * @param at when it happened
     * @param user whose account it is about
     * @param session in which they act
     * @param act {@code began}, or the name of an {@link Operation}
     * @param actor who acts, and the session in which that user began
     */
    record ActedFor(Instant at, UserId user, SessionId session, String act, Actor actor) implements AuthEvent {}

    /**
     * A person changed something of the own account, or asked to; {@code change} says what in words of the library.
     *
     * @param at when it happened
     * @param user whose account it is about
     * @param change what, in words of the library, such as {@code username, settings}
     */
    record AccountChanged(Instant at, UserId user, String change) implements AuthEvent {}

    /**
     * An API key was made, renamed, rotated or revoked.
     *
     * @param at when it happened
     * @param user whose key
     * @param session in which its owner did it; null for what another change of the account did
     * @param key its public name; {@code *} for all keys of the account
     * @param change {@code created}, {@code renamed}, {@code rotated} or {@code revoked}
     */
    record ApiKeyChanged(Instant at, UserId user, @Nullable SessionId session, String key, String change)
            implements AuthEvent {}
}
