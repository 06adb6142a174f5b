package dev.lockstile.auth.password;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stored hash whose password has to be replaced at the next sign-in. The mark stands before the hash in the same
 * column, so that whatever replaces the hash removes the mark, and a sign-in that compared the unmarked hash finds
 * another one when it writes. No format reads a marked hash: code that does not know of marks refuses the password. The
 * text begins with {@code !}, by which Django and passlib know a password that opens nothing.
 *
 * @param mark why it has to be replaced
 * @param validUntil from this instant on the password opens nothing; null for no end
 * @param hash in one of the formats of {@link PasswordFormats}
 */
public record MarkedHash(Mark mark, @Nullable Instant validUntil, String hash) {

    /** Characters that a stored hash may take, marked or not. */
    public static final int LONGEST = 512;

    private static final String BEGIN = "!change$";
    private static final String NO_END = "-";

    /**
     * {@return the mark of a stored hash; empty for a hash without one}
     *
     * @param stored as the column has it; null for none
     */
    public static Optional<MarkedHash> read(@Nullable String stored) {
        if (stored == null || !stored.startsWith(BEGIN)) {
            return Optional.empty();
        }
        String[] parts = stored.substring(BEGIN.length()).split("\\$", 3);
        return parts.length < 3 ? Optional.empty() : read(parts);
    }

    private static Optional<MarkedHash> read(String[] parts) {
        try {
            Instant until = parts[1].equals(NO_END) ? null : Instant.ofEpochSecond(Long.parseLong(parts[1]));
            return Optional.of(new MarkedHash(Mark.valueOf(parts[0].toUpperCase(Locale.ROOT)), until, parts[2]));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty(); // written by another version: the password opens nothing
        }
    }

    /**
     * {@return the hash that a typed password is compared with: a hash without a mark as it is, and the hash behind a
     * mark while the password is valid; null for none}
     *
     * @param stored as the column has it; null for none
     * @param now the time of the flow
     */
    public static @Nullable String comparable(@Nullable String stored, Instant now) {
        return read(stored)
                .map(marked -> marked.isValid(now) ? marked.hash() : null)
                .orElseGet(() -> stored == null || stored.startsWith(BEGIN) ? null : stored);
    }

    /**
     * {@return the hash behind a mark, whether the password is still valid or not, and a hash without a mark as it is}
     * For what reads formats; a typed password is compared with {@link #comparable}.
     *
     * @param stored as the column has it; null for none
     */
    public static @Nullable String unmarked(@Nullable String stored) {
        return read(stored).map(MarkedHash::hash).orElse(stored);
    }

    private boolean isValid(Instant now) {
        return validUntil == null || now.isBefore(validUntil);
    }

    /** {@return what the column holds} */
    public String text() {
        String until = validUntil == null ? NO_END : Long.toString(validUntil.getEpochSecond());
        return BEGIN + mark.name().toLowerCase(Locale.ROOT) + "$" + until + "$" + hash;
    }

    @Override
    public String toString() {
        return "MarkedHash[" + mark + "]";
    }

    /** Why a password has to be replaced. */
    public enum Mark {
        /** Another person than the owner chose it. */
        TEMPORARY,
        /** It may be known to others. */
        COMPROMISED
    }
}
