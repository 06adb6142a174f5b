package dev.lockstile.auth.outcome;

import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The result of a call that an end user can cause to fail. Programming errors and outages are exceptions.
 *
 * @param <T> type of the result of a successful call
 */
public sealed interface Outcome<T> {

    /**
     * The call succeeded.
     *
     * @param <T> type of the result
     * @param value the result
     */
    record Done<T>(T value) implements Outcome<T> {}

    /**
     * The first factor of a sign-in was verified. No session is opened until the client presents, or enrols, the second
     * factor.
     *
     * @param <T> type of the result after the second factor
     * @param challenge sent by the client with the second factor
     */
    record SecondFactorRequired<T>(SecondFactorChallenge challenge) implements Outcome<T> {}

    /**
     * The call was refused and did not have its effect. Side effects that a service documents for a refusal remain,
     * such as a used challenge or an ended session.
     *
     * @param <T> type of the result of a successful call
     * @param why the reason, which a client may be given by its stable code
     * @param retryAt the earliest time of the next try; null where it is not known
     * @param problems the fields that are wrong; empty unless {@code why} is {@link Refusal#INVALID_INPUT}
     * @param challenge the challenge of the host's human check, for {@link Refusal#HUMAN_CHECK_REQUIRED}; the
     *     ticket for a new password, for {@link Refusal#PASSWORD_CHANGE_REQUIRED}; null for other reasons
     */
    record Refused<T>(
            Refusal why,
            @Nullable Instant retryAt,
            List<FieldProblem> problems,
            @Nullable String challenge) implements Outcome<T> {

        /**
         * Copies the list.
         *
         * @param why the reason, which a client may be given by its stable code
         * @param retryAt the earliest time of the next try; null where it is not known
         * @param problems the fields that are wrong
         * @param challenge the challenge of the human check, or the ticket for a new password
         */
        public Refused {
            problems = List.copyOf(problems);
        }

        /**
         * {@return this refusal, as the outcome of a call with another type of result}
         *
         * @param <R> type of the other call's result
         */
        public <R> Refused<R> as() {
            return new Refused<>(why, retryAt, problems, challenge);
        }

        /** Omits the challenge, which may be a ticket. */
        @Override
        public String toString() {
            return "Refused[why=" + why + ", retryAt=" + retryAt + ", problems=" + problems + "]";
        }
    }

    /**
     * {@return a successful call}
     *
     * @param <T> type of the result
     * @param value the result
     */
    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    /**
     * {@return a sign-in that requires its second factor}
     *
     * @param <T> type of the result after the second factor
     * @param challenge sent by the client with the second factor
     */
    static <T> Outcome<T> secondFactor(SecondFactorChallenge challenge) {
        return new SecondFactorRequired<>(challenge);
    }

    /**
     * {@return a refusal without a time for the next try}
     *
     * @param <T> type of the result of a successful call
     * @param why the reason, which a client may be given by its stable code
     */
    static <T> Outcome<T> refused(Refusal why) {
        return refused(why, null);
    }

    /**
     * {@return a refusal}
     *
     * @param <T> type of the result of a successful call
     * @param why the reason, which a client may be given by its stable code
     * @param retryAt the earliest time of the next try; null where it is not known
     */
    static <T> Outcome<T> refused(Refusal why, @Nullable Instant retryAt) {
        return new Refused<>(why, retryAt, List.of(), null);
    }

    /**
     * {@return a refusal that names the fields that are wrong}
     *
     * @param <T> type of the result of a successful call
     * @param problems each names its field; at least one
     */
    static <T> Outcome<T> invalid(List<FieldProblem> problems) {
        return new Refused<>(Refusal.INVALID_INPUT, null, problems, null);
    }

    /**
     * {@return a refusal until the client passes the host's human check}
     *
     * @param <T> type of the result of a successful call
     * @param challenge the challenge of the check
     */
    static <T> Outcome<T> humanCheck(String challenge) {
        return new Refused<>(Refusal.HUMAN_CHECK_REQUIRED, null, List.of(), challenge);
    }

    /**
     * {@return a refusal until the password is replaced}
     *
     * @param <T> type of the result of a successful call
     * @param ticket for {@code PasswordLogin#replacePassword}
     */
    static <T> Outcome<T> passwordChange(Secret ticket) {
        return new Refused<>(Refusal.PASSWORD_CHANGE_REQUIRED, null, List.of(), ticket.reveal());
    }

    /**
     * {@return the result of the function for this outcome}
     *
     * @param <R> type of the functions' result
     * @param done for a successful call
     * @param secondFactor for a sign-in that requires its second factor
     * @param refused for a refusal
     */
    default <R> R fold(
            Function<? super T, ? extends R> done,
            Function<? super SecondFactorChallenge, ? extends R> secondFactor,
            Function<? super Refused<T>, ? extends R> refused) {
        if (this instanceof Done<T> value) {
            return done.apply(value.value());
        }
        if (this instanceof SecondFactorRequired<T> required) {
            return secondFactor.apply(required.challenge());
        }
        return refused.apply((Refused<T>) this);
    }

    /**
     * {@return this outcome with the value converted}
     *
     * @param <R> type of the converted value
     * @param change converts the value; called only for a successful call
     */
    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return fold(value -> done(change.apply(value)), Outcome::secondFactor, Refused::as);
    }

    /** {@return true when the call succeeded} */
    default boolean isDone() {
        return this instanceof Done<T>;
    }

    /**
     * {@return true when the call was refused for that reason}
     *
     * @param why the reason to compare with
     */
    default boolean isRefused(Refusal why) {
        return this instanceof Refused<T> refused && refused.why() == why;
    }

    /** {@return the value of a successful call; empty otherwise} */
    default Optional<T> toOptional() {
        return this instanceof Done<T> done ? Optional.of(done.value()) : Optional.empty();
    }

    /** {@return why the call was refused; empty when it was not} */
    default Optional<Refusal> refusal() {
        return this instanceof Refused<T> refused ? Optional.of(refused.why()) : Optional.empty();
    }

    /**
     * {@return the value of a successful call}
     *
     * @throws NoSuchElementException when the call did not succeed; the message has the refusal's code
     */
    default T orElseThrow() {
        return toOptional()
                .orElseThrow(() -> new NoSuchElementException(
                        refusal().map(why -> "refused: " + why.code()).orElse("the second factor is missing")));
    }
}
