package dev.lockstile.auth.hook;

import java.util.regex.Pattern;

/** What a hook says. */
public sealed interface Verdict {

    /** {@return the verdict that nothing is against it} */
    static Verdict allow() {
        return Allowed.ALLOWED;
    }

    /**
     * {@return a veto: it must not be}
     *
     * @param reason a code of the host's own for its log, in lower snake case, such as {@code invitation_missing}
     * @throws IllegalArgumentException for anything else: an event holds no text of a user
     */
    static Verdict veto(String reason) {
        return new Vetoed(reason);
    }

    /** Nothing against it. */
    enum Allowed implements Verdict {
        /** The only value: it may be. */
        ALLOWED
    }

    /**
     * It must not be, for this reason.
     *
     * @param reason 1 to 40 of a-z, 0-9 and _, beginning with a letter
     */
    record Vetoed(String reason) implements Verdict {

        private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,39}");

        /**
         * Checks the reason.
         *
         * @param reason 1 to 40 of a-z, 0-9 and _, beginning with a letter
         * @throws IllegalArgumentException for anything but such a code
         */
        public Vetoed {
            if (!CODE.matcher(reason).matches()) {
                throw new IllegalArgumentException("a veto's reason is a code of 1 to 40 of a-z, 0-9 and _");
            }
        }
    }
}
