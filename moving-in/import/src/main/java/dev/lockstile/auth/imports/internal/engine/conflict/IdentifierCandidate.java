package dev.lockstile.auth.imports.internal.engine.conflict;

import java.nio.ByteBuffer;
import java.util.Comparator;

/**
 * The request of a source account for one identifier, of fixed size and without personal data, so that millions fit on
 * a disk.
 *
 * @param keyHigh first half of a digest of the identifier's key
 * @param keyLow second half
 * @param account digest of the account's key in the source
 * @param place position of the account in the order of the source
 * @param createdAt microseconds since 1970
 * @param flags the properties by which {@link ConflictResolver} decides, see the constants
 */
record IdentifierCandidate(long keyHigh, long keyLow, long account, long place, long createdAt, byte flags) {

    static final int BYTES = 5 * Long.BYTES + 1;

    /** Asks whether an account has the identifier, and does not request it. */
    static final byte QUESTION = 1;

    /** The request is of a second row of a person, from a table beside the main one. */
    static final byte COMPANION = 2;

    /** The request is of an account that takes the identifier only if no other account has it. */
    static final byte ONLY_IF_FREE = 4;

    /** The request is of an account that may not sign in in the source system. */
    static final byte MAY_NOT_SIGN_IN = 8;

    /** The request is of an account that the source system did not mark as verified. */
    static final byte UNVERIFIED = 16;

    /** The request is of an account that is not in the sample of this run. */
    static final byte OUTSIDE = 32;

    static final Comparator<IdentifierCandidate> BY_KEY =
            Comparator.comparingLong(IdentifierCandidate::keyHigh).thenComparingLong(IdentifierCandidate::keyLow);

    boolean has(byte flag) {
        return (flags & flag) != 0;
    }

    boolean isAbout(IdentifierCandidate other) {
        return keyHigh == other.keyHigh && keyLow == other.keyLow;
    }

    void write(ByteBuffer out) {
        out.putLong(keyHigh)
                .putLong(keyLow)
                .putLong(account)
                .putLong(place)
                .putLong(createdAt)
                .put(flags);
    }

    static IdentifierCandidate read(ByteBuffer in) {
        return new IdentifierCandidate(in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.get());
    }
}
