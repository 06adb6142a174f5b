package dev.lockstile.auth.internal.session;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.session.SessionOpener.Opened;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.SignIn;
import java.time.Instant;

/** Publishes the events of one way of signing in, and gives its outcome. */
public final class SignInEvents {

    private final FlowContext context;

    public SignInEvents(FlowContext context) {
        this.context = context;
    }

    /** A right first factor: the session that it opened, or the second factor that it waits for. */
    public Outcome<SignIn> entered(Outcome<Opened> entered, UserId user, String method, Instant now) {
        entered.toOptional()
                .filter(opened -> !opened.repeated())
                .ifPresent(
                        opened -> context.events().tell(new AuthEvent.SignedIn(now, user, opened.session(), method)));
        if (entered instanceof Outcome.SecondFactorRequired<Opened>) {
            context.events().tell(new AuthEvent.SecondFactorAsked(now, user, method));
        }
        return entered.map(Opened::signIn);
    }
}
