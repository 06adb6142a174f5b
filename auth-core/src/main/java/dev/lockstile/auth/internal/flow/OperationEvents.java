package dev.lockstile.auth.internal.flow;

import dev.lockstile.auth.event.Actor;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.FlowObserver;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.token.Caller;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that every operation is told of (ASVS 16.3.1): where the flow told nothing of its own, by its result. What
 * only the flow knows, such as whose account a refused attempt was about, the flow tells. An operation that ends in an
 * outage gives the permits of its requests back.
 */
public final class OperationEvents {

    private final FlowContext context;

    public OperationEvents(FlowContext context) {
        this.context = context;
    }

    /** Records a refusal by its code. */
    public <T> Outcome<T> over(Operation operation, Supplier<Outcome<T>> flow) {
        return over(operation, flow, outcome -> EventReason.of(operation, outcome));
    }

    /** The same for an operation of a signed-in caller. */
    public <T> Outcome<T> over(Operation operation, Caller caller, Supplier<Outcome<T>> flow) {
        return over(operation, caller, flow, outcome -> EventReason.of(operation, outcome));
    }

    /** The same. Staff who act for the account are refused what {@link ImpersonationRules} leaves to its owner. */
    public <T> Outcome<T> over(
            Operation operation,
            Caller caller,
            Supplier<Outcome<T>> flow,
            Function<Outcome<T>, @Nullable String> reason) {
        return ImpersonationRules.isOpen(operation, caller)
                ? acted(operation, caller, flow, reason)
                : over(
                        subject(operation, caller),
                        () -> Outcome.refused(Refusal.FORBIDDEN),
                        refused -> Refusal.FORBIDDEN.code());
    }

    /** The same for what an actor does where no account is known yet. */
    public <T> Outcome<T> over(Operation operation, Actor actor, Supplier<Outcome<T>> flow) {
        return over(operation, actor, flow, outcome -> EventReason.of(operation, outcome));
    }

    /** The same for what an actor does to an account. */
    public <T> Outcome<T> over(AccountAct act, Supplier<Outcome<T>> flow) {
        return over(act, flow, outcome -> EventReason.of(act.operation(), outcome));
    }

    /** @param recorded the reasons that events have for some refusals in place of their codes */
    public <T> Outcome<T> over(Operation operation, Supplier<Outcome<T>> flow, Map<Refusal, String> recorded) {
        return over(
                operation,
                flow,
                outcome -> outcome.refusal().map(recorded::get).orElseGet(() -> EventReason.of(operation, outcome)));
    }

    /** @param reason a stable code for a refusal, null for a success */
    public <R> R over(Operation operation, Supplier<R> flow, Function<R, @Nullable String> reason) {
        return over(new Subject(operation, null, null, null), flow, reason);
    }

    /** The same for what the owner of an account alone does. @param refused what staff who act for it get */
    public <R> R ofOwner(
            Operation operation, Caller caller, R refused, Supplier<R> flow, Function<R, @Nullable String> reason) {
        return caller.actor().isEmpty()
                ? acted(operation, caller, flow, reason)
                : over(subject(operation, caller), () -> refused, result -> Refusal.FORBIDDEN.code());
    }

    /** The same for what the owner does, and staff who act for the account; both stand in the event of their act. */
    public <R> R acted(Operation operation, Caller caller, Supplier<R> flow, Function<R, @Nullable String> reason) {
        Subject subject = subject(operation, caller);
        R result = over(subject, flow, reason);
        Actor actor = subject.actor();
        if (actor != null && reason.apply(result) == null) {
            context.events()
                    .tellBeside(new AuthEvent.ActedFor(
                            context.now(), caller.user(), caller.session(), operation.name(), actor));
        }
        return result;
    }

    private static Subject subject(Operation operation, Caller caller) {
        Actor actor = caller.actor().isEmpty() ? null : actor(caller, null);
        return new Subject(operation, caller.user(), caller.session(), actor);
    }

    /** The caller as the actor of an event, or who acts for the caller. @param reference null for no reason */
    public static Actor actor(Caller caller, @Nullable String reference) {
        return caller.actor()
                .map(acts -> new Actor(acts.user(), acts.session(), reference))
                .orElseGet(() -> new Actor(caller.user(), caller.session(), reference));
    }

    /** The same for what an actor does where no account is known yet. */
    public <R> R over(Operation operation, Actor actor, Supplier<R> flow, Function<R, @Nullable String> reason) {
        return over(new Subject(operation, actor.user(), actor.session(), actor), flow, reason);
    }

    /** The same for what an actor does to an account. */
    public <R> R over(AccountAct act, Supplier<R> flow, Function<R, @Nullable String> reason) {
        Actor actor = act.actor();
        return act.user() == null
                ? over(act.operation(), actor, flow, reason)
                : over(new Subject(act.operation(), act.user(), null, actor), flow, reason);
    }

    /** The same for what is done to an account. */
    public <R> R over(Operation operation, UserId user, Supplier<R> flow, Function<R, @Nullable String> reason) {
        return over(new Subject(operation, user, null, null), flow, reason);
    }

    private <R> R over(Subject subject, Supplier<R> flow, Function<R, @Nullable String> reason) {
        return context.events()
                .flows()
                .over(subject.operation(), () -> told(subject, flow, reason), result -> end(reason.apply(result)));
    }

    private static FlowObserver.End end(@Nullable String reason) {
        if (reason == null) {
            return FlowObserver.End.SUCCESS;
        }
        return isUnavailable(reason) ? FlowObserver.End.UNAVAILABLE : FlowObserver.End.REFUSED;
    }

    private <R> R told(Subject subject, Supplier<R> flow, Function<R, @Nullable String> reason) {
        return context.events()
                .watch(
                        () -> context.limiters().permits().over(flow, result -> isUnavailable(reason.apply(result))),
                        result -> event(subject, reason.apply(result)),
                        failure -> failure instanceof StoreUnavailableException
                                ? unavailable(subject)
                                : event(subject, "error"));
    }

    private static boolean isUnavailable(@Nullable String reason) {
        return "unavailable".equalsIgnoreCase(reason);
    }

    private AuthEvent unavailable(Subject subject) {
        return new AuthEvent.Unavailable(context.now(), subject.operation(), subject.user(), subject.session());
    }

    private AuthEvent event(Subject subject, @Nullable String reason) {
        if (isUnavailable(reason)) {
            return unavailable(subject);
        }
        return reason == null
                ? new AuthEvent.Done(context.now(), subject.operation(), subject.user(), subject.session())
                : new AuthEvent.Refused(
                        context.now(),
                        subject.operation(),
                        subject.user(),
                        subject.session(),
                        reason.toLowerCase(Locale.ROOT),
                        subject.actor());
    }

    /**
     * What an actor does to an account.
     *
     * @param user whose account it is; null where the actor named it otherwise, and events are about the actor
     */
    public record AccountAct(Operation operation, @Nullable UserId user, Actor actor) {}

    private record Subject(
            Operation operation,
            @Nullable UserId user,
            @Nullable SessionId session,
            @Nullable Actor actor) {}
}
