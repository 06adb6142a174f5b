package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.model.CodeState;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.store.AuthTx;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds when the owner of an address was first told of what another person may have done. Owners open the newest of
 * several notices; what the first of them told of is removed as well, or the other person would keep it by a harmless
 * act.
 */
final class FirstNoticeTime {

    private FirstNoticeTime() {}

    /**
     * When the first notice was sent whose link is live, within the life of links before now; after a link was used,
     * the moment of its use, up to which the account was closed.
     *
     * @param own when the notice itself was sent
     * @param receivers keys under which links to the address are kept
     */
    static Instant earliest(AuthTx tx, Instant own, Instant now, String... receivers) {
        Instant start = Stream.of(receivers)
                .flatMap(key -> tx.codes().latest(CodePurpose.SIGN_IN_NOTICE, key).stream())
                .flatMap(link -> start(link.state().times(), now).stream())
                .filter(told -> told.isBefore(own))
                .min(Instant::compareTo)
                .orElse(own);
        Instant bound = now.minus(SecurityNoticeLinks.LIFE);
        return start.isBefore(bound) ? bound : start;
    }

    private static Optional<Instant> start(CodeState.Times times, Instant now) {
        return times.usedAt() == null && !times.validUntil().isAfter(now)
                ? Optional.empty()
                : Optional.of(times.usedAt() == null ? times.sentAt() : times.usedAt());
    }
}
