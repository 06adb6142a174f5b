package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.throttle.HumanCheck;
import dev.lockstile.auth.token.ClientEvidence;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the host's check for people, if it has one, about a client that does not show a device of the owner. */
public final class HumanChecks {

    private static final Logger LOG = LoggerFactory.getLogger(HumanChecks.class);

    private final @Nullable HumanCheck check;
    private final AttackState attack;

    HumanChecks(@Nullable HumanCheck check, AttackState attack) {
        this.check = check;
        this.attack = attack;
    }

    /**
     * What the client has to prove first; empty when it may go on.
     *
     * @param device asked only when there is a check
     * @throws StoreUnavailableException when the check fails: nothing is let through unlooked at
     */
    public Optional<String> wanted(Step step, Supplier<Optional<String>> device, Instant now) {
        HumanCheck human = check;
        if (human == null || device.get().isPresent()) {
            return Optional.empty();
        }
        HumanCheck.Attempt attempt = new HumanCheck.Attempt(
                step.operation(),
                step.channel(),
                step.address(),
                step.evidence().humanProof(),
                attack.isAlarmed(now));
        return ask(human, attempt) instanceof HumanCheck.Verdict.Wanted wanted
                ? Optional.of(wanted.challenge())
                : Optional.empty();
    }

    /** A verdict that is none, from a host that does not check its nulls, is a failure too. */
    private static HumanCheck.Verdict ask(HumanCheck human, HumanCheck.Attempt attempt) {
        try {
            return Objects.requireNonNull(human.check(attempt), "no verdict");
        } catch (RuntimeException e) {
            LOG.error("the check for people failed", e);
            throw new StoreUnavailableException("the check for people failed", e);
        }
    }

    /** What a client is about to do, and what it shows. */
    public record Step(
            Operation operation,
            @Nullable Channel channel,
            @Nullable String address,
            ClientEvidence evidence) {}
}
