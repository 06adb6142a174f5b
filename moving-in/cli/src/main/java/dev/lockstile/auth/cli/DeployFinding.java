package dev.lockstile.auth.cli;

/** What a check of a deployment found, and what to do. */
record DeployFinding(Weight weight, String what, String fix) {

    /** How much it matters. */
    enum Weight {
        /** People are not to be served like this. */
        ERROR,
        /** It may be meant so. */
        WARNING,
        /** Something that only a person can look at. */
        NOTE
    }

    static DeployFinding error(String what, String fix) {
        return new DeployFinding(Weight.ERROR, what, fix);
    }

    static DeployFinding warning(String what, String fix) {
        return new DeployFinding(Weight.WARNING, what, fix);
    }

    static DeployFinding note(String what, String fix) {
        return new DeployFinding(Weight.NOTE, what, fix);
    }

    @Override
    public String toString() {
        return weight + ": " + what + "; " + fix;
    }
}
