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
 * How a call ended that an end user can cause to fail. A programmer's mistake and an outage are exceptions.
 *
 * @param <T> what there is when the call is done
 */
public sealed interface Outcome<T> {

    /**
     * The call is done.
     *
     * @param <T> what there is
     * @param value what was asked for, or what there is now
     */
    record Done<T>(T value) implements Outcome<T> {}

    /**
     * The first factor of a sign-in was right. The client shows, or enrols, the second factor before a session opens.
     *
     * @param <T> what there will be after the second factor
     * @param challenge to be sent with the second factor
     */
    record SecondFactorRequired<T>(SecondFactorChallenge challenge) implements Outcome<T> {}

    /**
     * The call is refused, and what it was called for did not happen. What a service says of its refusals stays: a
     * challenge that is used up, a session that ended.
     *
     * @param <T> what there would be
     * @param why what a client may be told, by its stable code
     * @param retryAt when to try again, where that is known
     * @param problems the fields that are wrong; empty unless {@code why} is {@link Refusal#INVALID_INPUT}
     * @param challenge what the host's check for people wants, where {@code why} is {@link
     *     Refusal#HUMAN_CHECK_REQUIRED}; the ticket for a new password, where it is {@link
     *     Refusal#PASSWORD_CHANGE_REQUIRED}
     */
    record Refused<T>(
            Refusal why,
            @Nullable Instant retryAt,
            List<FieldProblem> problems,
            @Nullable String challenge) implements Outcome<T> {

        /**
         * Copies the list.
         *
         * @param why what a client may be told, by its stable code
         * @param retryAt when to try again, where that is known
         * @param problems the fields that are wrong
         * @param challenge what the host's check for people wants, or the ticket for a new password
         */
        public Refused {
            problems = List.copyOf(problems);
        }

        /**
         * {@return the same refusal of a call that would have given something else}
         *
         * @param <R> what the other call gives
         */
        public <R> Refused<R> as() {
            return new Refused<>(why, retryAt, problems, challenge);
        }

        /** Hides the challenge, which may be a ticket. */
        @Override
        public String toString() {
            return "Refused[why=" + why + ", retryAt=" + retryAt + ", problems=" + problems + "]";
        }
    }

    /**
     * {@return a call that is done}
     *
     * @param <T> what there is
     * @param value what was asked for, or what there is now
     */
    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    /**
     * {@return a sign-in that waits for its second factor}
     *
     * @param <T> what there will be after the second factor
     * @param challenge to be sent with the second factor
     */
    static <T> Outcome<T> secondFactor(SecondFactorChallenge challenge) {
        return new SecondFactorRequired<>(challenge);
    }

    /**
     * {@return a refusal without a known time to try again}
     *
     * @param <T> what there would be
     * @param why what a client may be told, by its stable code
     */
    static <T> Outcome<T> refused(Refusal why) {
        return refused(why, null);
    }

    /**
     * {@return a refusal}
     *
     * @param <T> what there would be
     * @param why what a client may be told, by its stable code
     * @param retryAt when to try again, where that is known
     */
    static <T> Outcome<T> refused(Refusal why, @Nullable Instant retryAt) {
        return new Refused<>(why, retryAt, List.of(), null);
    }

    /**
     * {@return a refusal that names the fields that are wrong}
     *
     * @param <T> what there would be
     * @param problems each names its field; at least one
     */
    static <T> Outcome<T> invalid(List<FieldProblem> problems) {
        return new Refused<>(Refusal.INVALID_INPUT, null, problems, null);
    }

    /**
     * {@return a refusal until the client has passed the host's check for people}
     *
     * @param <T> what there would be
     * @param challenge what the check wants
     */
    static <T> Outcome<T> humanCheck(String challenge) {
        return new Refused<>(Refusal.HUMAN_CHECK_REQUIRED, null, List.of(), challenge);
    }

    /**
     * {@return a refusal until the password is replaced}
     *
     * @param <T> what there would be
     * @param ticket for {@code PasswordLogin#replacePassword}
     */
    static <T> Outcome<T> passwordChange(Secret ticket) {
        return new Refused<>(Refusal.PASSWORD_CHANGE_REQUIRED, null, List.of(), ticket.reveal());
    }

    /**
     * {@return what the branch of this outcome gives}
     *
     * @param <R> what each branch gives
     * @param done for a call that is done
     * @param secondFactor for a sign-in that waits for its second factor
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
     * {@return the same outcome with another value}
     *
     * @param <R> what there is then
     * @param change makes the other value; called for a call that is done
     */
    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return fold(value -> done(change.apply(value)), Outcome::secondFactor, Refused::as);
    }

    /** {@return true when the call is done} */
    default boolean isDone() {
        return this instanceof Done<T>;
    }

    /**
     * {@return true when the call was refused for that reason}
     *
     * @param why the reason that is asked for
     */
    default boolean isRefused(Refusal why) {
        return this instanceof Refused<T> refused && refused.why() == why;
    }

    /** {@return what there is, when the call is done} */
    default Optional<T> toOptional() {
        return this instanceof Done<T> done ? Optional.of(done.value()) : Optional.empty();
    }

    /** {@return why the call was refused, when it was} */
    default Optional<Refusal> refusal() {
        return this instanceof Refused<T> refused ? Optional.of(refused.why()) : Optional.empty();
    }

    /**
     * {@return what there is}
     *
     * @throws NoSuchElementException when the call is not done; its message tells the refusal's code
     */
    default T orElseThrow() {
        return toOptional()
                .orElseThrow(() -> new NoSuchElementException(
                        refusal().map(why -> "refused: " + why.code()).orElse("the second factor is missing")));
    }
}
