package dev.lockstile.auth.hook;

import java.util.regex.Pattern;

/** The decision of a hook. */
public sealed interface Verdict {

    /** {@return the decision to allow} */
    static Verdict allow() {
        return Allowed.ALLOWED;
    }

    /**
     * {@return a veto}
     *
     * @param reason a code of the host for its log, in lower snake case, such as {@code invitation_missing}
     * @throws IllegalArgumentException for anything else, since an event must not contain text from a user
     */
    static Verdict veto(String reason) {
        return new Vetoed(reason);
    }

    /** The change is allowed. */
    enum Allowed implements Verdict {
        /** The only value. */
        ALLOWED
    }

    /**
     * The change is vetoed.
     *
     * @param reason 1 to 40 of a-z, 0-9 and _, starting with a letter
     */
    record Vetoed(String reason) implements Verdict {

        private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,39}");

        /**
         * Checks the reason.
         *
         * @param reason 1 to 40 of a-z, 0-9 and _, starting with a letter
         * @throws IllegalArgumentException for any other text
         */
        public Vetoed {
            if (!CODE.matcher(reason).matches()) {
                throw new IllegalArgumentException("a veto's reason is a code of 1 to 40 of a-z, 0-9 and _");
            }
        }
    }
}
