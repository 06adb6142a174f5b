package dev.lockstile.benchmarks.internal.host;

/** What is measured of the library, from the outside. */
public enum Flow {
    /** Asks for a code by e-mail and signs in with it; the message waits in the outbox. */
    CODE("code request and verify"),
    /** Signs in with a password. */
    LOGIN("password login"),
    /** Exchanges a refresh token. */
    REFRESH("refresh"),
    /** Shows the own account, with the session asked for in the database. */
    ME("me");

    private final String title;

    Flow(String title) {
        this.title = title;
    }

    /** The name on the page. */
    public String title() {
        return title;
    }
}
