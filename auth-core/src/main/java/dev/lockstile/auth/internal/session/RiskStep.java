package dev.lockstile.auth.internal.session;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.hook.RiskCheck;
import dev.lockstile.auth.hook.RiskCheck.Answer;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.VetoException;
import dev.lockstile.auth.internal.session.SessionOpener.Entry;
import dev.lockstile.auth.internal.throttle.ClientRecognition;
import dev.lockstile.auth.internal.throttle.RateLimiters;
import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.store.StoredUser;
import java.io.Serial;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the host about a sign-in once its first factor is right, and outside of the transaction that found that out:
 * that transaction is rolled back, the host is asked, and the same work runs again with the answer. A host without a
 * check costs nothing.
 */
final class RiskStep {

    private static final Logger LOG = LoggerFactory.getLogger(RiskStep.class);

    private final FlowContext context;
    private final @Nullable RiskCheck check;

    RiskStep(FlowContext context, @Nullable RiskCheck check) {
        this.context = context;
        this.check = check;
    }

    /** @param work one transaction; gets null while the host was not asked */
    <R extends @Nullable Object> R over(Function<@Nullable Answer, R> work) {
        try {
            return work.apply(null);
        } catch (AskedException asked) {
            return work.apply(answer(asked));
        }
    }

    /**
     * What the host says; to be called inside the work.
     *
     * @throws AskedException where the host has to be asked first
     * @throws VetoException where the host refuses
     */
    Answer require(StoredUser user, AuthContext shown, Entry entry) {
        if (check == null) {
            return Answer.ALLOW;
        }
        Answer answer = entry.answer();
        if (answer == null) {
            throw new AskedException(check, user, shown, entry);
        }
        if (answer == Answer.REFUSE) {
            throw VetoException.ofRisk();
        }
        return answer;
    }

    private Answer answer(AskedException asked) {
        Answer answer = assessed(asked);
        if (answer != Answer.ALLOW) {
            context.events()
                    .tellBeside(new AuthEvent.RiskAssessed(
                            asked.entry.now(), asked.user.info().id(), answer));
        }
        return answer;
    }

    private Answer assessed(AskedException asked) {
        try {
            return asked.check.assess(attempt(asked));
        } catch (RuntimeException e) {
            Answer otherwise = asked.check.onFailure();
            LOG.warn("the risk of a sign-in could not be assessed: {}", otherwise, e);
            return otherwise;
        }
    }

    private RiskCheck.Attempt attempt(AskedException asked) {
        Entry entry = asked.entry;
        ClientRecognition known = context.limiters()
                .recognition(() -> Optional.of(asked.user), RateLimiters.Client.of(entry.client(), entry.now()));
        return new RiskCheck.Attempt(
                asked.user.info(),
                asked.shown,
                entry.client(),
                known.device().isPresent(),
                known.isOnKnownNetwork(),
                entry.now());
    }

    /** Rolls the transaction back in which the first factor was found right. */
    private static final class AskedException extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient RiskCheck check;
        private final transient StoredUser user;
        private final transient AuthContext shown;
        private final transient Entry entry;

        AskedException(RiskCheck check, StoredUser user, AuthContext shown, Entry entry) {
            super("the host is to be asked", null, false, false);
            this.check = check;
            this.user = user;
            this.shown = shown;
            this.entry = entry;
        }
    }
}
