package dev.lockstile.test.guide;

/** One thing that a guide tells its reader to do. */
public sealed interface GuideStep {

    /** The document and the line, for the message of a failure. */
    String place();

    /**
     * A command of ours.
     *
     * @param line the logical line, as typed
     * @param exit the code that the guide promises
     */
    record Command(String place, String line, int exit) implements GuideStep {}

    /** A command of ours that serves until the guide ends. */
    record Server(String place, String line) implements GuideStep {}

    /** Statements for a database. */
    record Sql(String place, boolean old, String text) implements GuideStep {}

    /** A file that the reader makes in the folder of the walk. */
    record File(String place, String name, String text) implements GuideStep {}

    /** What is done on another machine, with tools that are not ours. */
    record Elsewhere(String place, String line) implements GuideStep {}
}
