package dev.lockstile.examples.quickstart;

/** One thing that a guide tells its reader to do. */
sealed interface GuideStep {

    /** The document and the line, for whoever has to mend it. */
    String place();

    /**
     * A command of ours.
     *
     * @param line the logical line, as typed
     * @param exit the code that the guide promises
     */
    record Command(String place, String line, int exit) implements GuideStep {}

    /** Statements for a database. */
    record Sql(String place, boolean old, String text) implements GuideStep {}

    /** What is done on another machine, with tools that are not ours. */
    record Elsewhere(String place, String line) implements GuideStep {}
}
