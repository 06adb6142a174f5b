package dev.lockstile.auth.schema.make;

/**
 * What the linter asks of a change set that takes something away.
 *
 * @param unusedSince the release since which no code uses it
 * @param signedOffBy who agreed
 */
record Agreement(String unusedSince, String signedOffBy) {

    /** To follow the words of a change set. */
    String words() {
        return "; unused-since: " + plain(unusedSince) + "; signed-off-by: " + plain(signedOffBy);
    }

    private static String plain(String text) {
        return text.replaceAll("[;\\s]+", "_");
    }
}
