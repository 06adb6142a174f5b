package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.internal.crypto.ConstantTime;
import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the client of a registration shows with the code of the message. It names the address and the time, under a
 * keyed digest, so that nothing is stored for it and it is made in the same way where the address is taken; a random
 * part makes it the secret of the client that asked, whose tries are counted by it. It goes with whatever link of the
 * address is live: a client that asks again too early keeps one that works.
 */
final class ConfirmationChallenges {

    private static final int LONGEST = 200;
    private static final String SEPARATOR = ".";
    private static final int RADIX = 36;
    private static final int PARTS = 3;
    private static final int OWN_BYTES = 16;
    private static final int OWN_LENGTH = 22;

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
        return until
                + SEPARATOR
                + main.key()
                + SEPARATOR
                + seal(context.randomness().text(OWN_BYTES), until, main.key());
    }

    /** The random part, and as much of the digest over all as fills the length of one digest: 126 bits. */
    private String seal(String own, String until, String key) {
        String digest = digests.of(own, until, key);
        return own + digest.substring(own.length());
    }

    /** The key of the address that it was made for, unless it is made up or too old. */
    Optional<String> open(String challenge, Instant now) {
        String[] parts = challenge.length() > LONGEST ? new String[0] : challenge.split(Pattern.quote(SEPARATOR), -1);
        if (parts.length != PARTS || parts[2].length() < OWN_LENGTH) {
            return Optional.empty();
        }
        String own = parts[2].substring(0, OWN_LENGTH);
        boolean ours = ConstantTime.equal(parts[2], seal(own, parts[0], parts[1]));
        return ours && now.getEpochSecond() < Long.parseLong(parts[0], RADIX)
                ? Optional.of(parts[1])
                : Optional.empty();
    }
}
