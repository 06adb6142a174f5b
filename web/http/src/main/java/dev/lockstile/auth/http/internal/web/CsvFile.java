package dev.lockstile.auth.http.internal.web;

/**
 * The body of an answer that is a file of values.
 *
 * @param text lines as in RFC 4180
 */
public record CsvFile(String text) {

    /** What it holds is personal data. */
    @Override
    public String toString() {
        return "CsvFile[" + text.length() + "]";
    }
}
