package dev.lockstile.auth.cutover.shadow;

import org.jspecify.annotations.Nullable;

/**
 * What the old application answered.
 *
 * @param verdict whether the person was let in
 * @param entity with {@code legacyId}: the kind of the old row as the ledger has it, such as {@code users}
 * @param legacyId the key of the old row; null where it is not known
 */
public record LegacyAnswer(
        Verdict verdict, @Nullable String entity, @Nullable String legacyId) {

    /** The person was let in. For a code that was asked for: an account there has the address or number. */
    public static final LegacyAnswer SIGNED_IN = new LegacyAnswer(Verdict.SIGNED_IN, null, null);

    /**
     * No person was let in, for whatever was typed or whatever became of the account. For a code that was asked for:
     * no account there has the address or number; a code that was typed wrong says nothing, and is {@link #NONE}.
     */
    public static final LegacyAnswer REFUSED = new LegacyAnswer(Verdict.REFUSED, null, null);

    /** Nothing follows from it: an error, too many tries, an outage. Counted and not compared. */
    public static final LegacyAnswer NONE = new LegacyAnswer(Verdict.NONE, null, null);

    /** What it comes to. */
    public enum Verdict {
        /** The person was let in. */
        SIGNED_IN("signed_in"),
        /** No person was let in. */
        REFUSED("refused"),
        /** Nothing follows from the answer. */
        NONE("none");

        private final String code;

        Verdict(String code) {
            this.code = code;
        }

        /** {@return the stable code of a verdict in reports} */
        public String code() {
            return code;
        }
    }

    /**
     * {@return the same about a row whose key is known: then the report can name the row, and tells deleted people and
     * people who are mixed up with others from unknown ones}
     *
     * @param oldEntity the kind of the row as the ledger has it, such as {@code users}
     * @param oldId null where the old application did not say whose it was
     */
    public LegacyAnswer about(String oldEntity, @Nullable String oldId) {
        return new LegacyAnswer(verdict, oldEntity, oldId);
    }
}
