package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the client of a registration shows with the code of the message. It names the address and the time, under a keyed
 * digest, so that nothing is stored for it and it is made in the same way where the address is taken. It goes with whatever link
 * of the address is live: a client that asks again too early keeps one that works.
 */
final class ConfirmationChallenges {

    private static final int LONGEST = 200;
    private static final char SEPARATOR = '.';
    private static final int RADIX = 36;

    private final FlowContext context;
    private final Digests.Use digests;

    ConfirmationChallenges(FlowContext context) {
        this.context = context;
        this.digests = context.digests().use("confirmation-challenge");
    }

    /** Null for a phone number, whose code is a sign-in code. */
    @Nullable
    String issue(Identifier main, Instant now) {
        if (main.kind() == IdentifierKind.PHONE) {
            return null;
        }
        String until =
                Long.toString(now.plus(context.settings().links().confirmTtl()).getEpochSecond(), RADIX);
        return until + SEPARATOR + main.key() + SEPARATOR + digests.of(until, main.key());
    }

    /** The key of the address that it was made for, unless it is made up or too old. */
    Optional<String> open(String challenge, Instant now) {
        int first = challenge.indexOf(SEPARATOR);
        int last = challenge.lastIndexOf(SEPARATOR);
        if (challenge.length() > LONGEST || first < 0 || first == last) {
            return Optional.empty();
        }
        String until = challenge.substring(0, first);
        String key = challenge.substring(first + 1, last);
        boolean ours = Digests.same(challenge.substring(last + 1), digests.of(until, key));
        return ours && now.getEpochSecond() < Long.parseLong(until, RADIX) ? Optional.of(key) : Optional.empty();
    }
}
