package dev.lockstile.auth.imports.mapping;

import dev.lockstile.auth.secret.Sha256;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Selects a sample of the users of the source, for a trial import. The selection depends on ids only: a second run
 * selects the same users, and a larger share includes the users of a smaller one. An identifier of several accounts is
 * assigned among all users of the source, so that the users of a sample are imported as in the whole import.
 *
 * @param limit maximum number of rows of users, in the order of the source's keys
 * @param only ids of the users to import, {@code ID} or {@code KIND:ID} such as {@code users:12}; null for all
 * @param perMillion how many of a million ids are selected, by a digest of the id
 */
public record ImportSample(long limit, @Nullable Set<String> only, int perMillion) {

    private static final int MILLION = 1_000_000;
    private static final int MOST_IDS = 100_000;

    /** All users. */
    public static final ImportSample WHOLE = new ImportSample(Long.MAX_VALUE, null, MILLION);

    /**
     * Checks the bounds and copies the ids.
     *
     * @param limit at least 1
     * @param only at least one id and at most 100,000; null for all
     * @param perMillion 1 to 1,000,000
     * @throws IllegalArgumentException when a value is out of its bounds
     */
    public ImportSample {
        if (limit < 1) {
            throw new IllegalArgumentException("the limit of people must be 1 or more");
        }
        if (perMillion < 1 || perMillion > MILLION) {
            throw new IllegalArgumentException("the share of people must be 0.0001% to 100%");
        }
        if (only != null && (only.isEmpty() || only.size() > MOST_IDS)) {
            throw new IllegalArgumentException("a list of people to take has 1 to " + MOST_IDS + " ids");
        }
        only = only == null ? null : Collections.unmodifiableSet(new TreeSet<>(only));
    }

    /**
     * {@return a share such as {@code 1%} or {@code 0.5%}, in people of a million}
     *
     * @param text with or without the sign
     * @throws IllegalArgumentException when it is not a share
     */
    public static int share(String text) {
        String number = text.strip().replaceFirst("\\s*%$", "");
        if (!number.matches("\\d{1,3}(\\.\\d{1,4})?")) {
            throw new IllegalArgumentException("a share is written as 1% or 0.5%");
        }
        return new BigDecimal(number).movePointRight(4).intValueExact();
    }

    /**
     * {@return a copy with at most this many people}
     *
     * @param people 1 or more
     * @throws IllegalArgumentException when the number is below 1
     */
    public ImportSample withLimit(long people) {
        return new ImportSample(people, only, perMillion);
    }

    /**
     * {@return a copy with these people alone}
     *
     * @param ids as the source has them, at least one and at most 100,000
     * @throws IllegalArgumentException when there is none, or more than 100,000
     */
    public ImportSample withOnly(Set<String> ids) {
        return new ImportSample(limit, ids, perMillion);
    }

    /**
     * {@return a copy with another share}
     *
     * @param people of a million, 1 to 1,000,000
     * @throws IllegalArgumentException when the number is out of its bounds
     */
    public ImportSample withShare(int people) {
        return new ImportSample(limit, only, people);
    }

    /** {@return whether all people are taken} */
    public boolean isWhole() {
        return limit == Long.MAX_VALUE && only == null && perMillion == MILLION;
    }

    /** {@return the sample in a few words, with a digest in place of the ids; empty for the whole} */
    public String text() {
        if (isWhole()) {
            return "";
        }
        return (limit == Long.MAX_VALUE ? "" : "limit " + limit + " ")
                + (only == null ? "" : "only " + only.size() + " ids " + Sha256.textOf(String.join("\n", only)) + " ")
                + (perMillion == MILLION ? "" : "share " + perMillion + " of a million");
    }
}
