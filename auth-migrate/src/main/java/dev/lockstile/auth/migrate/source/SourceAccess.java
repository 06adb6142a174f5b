package dev.lockstile.auth.migrate.source;

import dev.lockstile.auth.model.Secret;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a database.
 *
 * @param url a JDBC address; it may carry a password, so it is never printed whole
 * @param user null when the address says it or none is needed
 * @param password null when the address says it or none is needed
 */
public record SourceAccess(
        String url, @Nullable String user, @Nullable Secret password) {

    /** The address without user, password and parameters. */
    public String safeUrl() {
        return url.replaceFirst("[?;].*", "")
                .replaceFirst("//[^/@]*@", "//")
                .replaceFirst("(jdbc:oracle:[^:]*:)[^@]*@", "$1@");
    }

    @Override
    public String toString() {
        return "SourceAccess[" + safeUrl() + "]";
    }
}
