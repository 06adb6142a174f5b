package dev.lockstile.auth.cutover.shadow;

import dev.lockstile.auth.login.DryRunSignIn;

/** What the answer here would have been. */
public enum TargetAnswer {
    /** Let in. */
    SIGNS_IN("signs_in"),
    /** Brought over from the old system, and let in, if no account here already has the person's names. */
    WOULD_MIGRATE("would_migrate"),
    /** An account that did not come from the old row goes by that name here. */
    ANOTHER_PERSON("another_person"),
    /**
     * No account has that name, nor comes over by it: also for a wrong password or old hash, or who may not act there.
     */
    UNKNOWN_NAME("unknown_name"),
    /**
     * The person of the old row is here and does not sign in by that name, nor does another person: it was changed on
     * one side, say. Where it leads to another person, the answer is {@link #ANOTHER_PERSON}.
     */
    NAME_MISMATCH("name_mismatch"),
    /** The person of the old row was deleted here. */
    DELETED("deleted"),
    /** The account has no password. */
    NO_PASSWORD("no_password"),
    /** The password is not that of the account: it was changed on one side, or its hash is read wrongly. */
    WRONG_PASSWORD("wrong_password"),
    /** The account is disabled. */
    DISABLED("disabled"),
    /** No account has proven the address or number it takes. */
    UNPROVEN("unproven"),
    /** No account here, and the old system did not tell whether the person would come over. */
    UNDECIDED("undecided");

    private final String code;

    TargetAnswer(String code) {
        this.code = code;
    }

    /** {@return the stable code of an answer in reports} */
    public String code() {
        return code;
    }

    static TargetAnswer of(DryRunSignIn.Outcome answer) {
        return switch (answer) {
            case SIGNS_IN -> SIGNS_IN;
            case WOULD_MIGRATE -> WOULD_MIGRATE;
            case UNKNOWN_NAME -> UNKNOWN_NAME;
            case NO_PASSWORD -> NO_PASSWORD;
            case WRONG_PASSWORD -> WRONG_PASSWORD;
            case DISABLED -> DISABLED;
            case UNPROVEN -> UNPROVEN;
            case UNDECIDED -> UNDECIDED;
        };
    }

    /** How the two answers stand to each other. */
    Likeness besides(LegacyAnswer old) {
        if (this == UNDECIDED) {
            return Likeness.UNDECIDED;
        }
        boolean here = this == SIGNS_IN || this == WOULD_MIGRATE;
        boolean there = old.verdict() == LegacyAnswer.Verdict.SIGNED_IN;
        return here == there && this != ANOTHER_PERSON ? Likeness.ALIKE : Likeness.DIFFERENT;
    }

    /** Whether two answers come to the same. */
    enum Likeness {
        ALIKE,
        DIFFERENT,
        UNDECIDED
    }
}
