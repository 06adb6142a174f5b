package dev.lockstile.auth.imports.source;

import dev.lockstile.auth.secret.Secret;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address and credentials of a database.
 *
 * @param url a JDBC address; since it may contain a password, it is never printed completely
 * @param user null when it is part of the address or none is needed
 * @param password null when it is part of the address or none is needed
 * @param limits the timeouts
 */
public record SourceAccess(
        String url, @Nullable String user, @Nullable Secret password, Limits limits) {

    private static final Pattern SECRET = Pattern.compile("(?i)(password|passwd|pwd|user) *=");

    /**
     * Creates access with the standard timeouts.
     *
     * @param url the address, which also determines the kind of source
     * @param user null for none
     * @param password null for none
     */
    public SourceAccess(String url, @Nullable String user, @Nullable Secret password) {
        this(url, user, password, Limits.STANDARD);
    }

    /**
     * {@return a copy with other timeouts}
     *
     * @param others replace the former ones
     */
    public SourceAccess with(Limits others) {
        return new SourceAccess(url, user, password, others);
    }

    /**
     * {@return the address without user, password and parameters} For an ambiguous address, such as with a password
     * that contains {@code @}, only the kind of address is returned.
     */
    public String safeUrl() {
        int at = url.indexOf('@');
        String bare = url.replaceFirst("[?;].*", "");
        boolean plain = at < 0 || at == url.lastIndexOf('@') && at < bare.length() && isUserinfo(at);
        if (!plain || SECRET.matcher(bare).find()) {
            return url.replaceFirst("(?s)^((?:jdbc:)?[A-Za-z0-9+.-]+:).*", "$1***");
        }
        return bare.replaceFirst("(?s)//.*@", "//").replaceFirst("(?s)(jdbc:oracle:[^:]*:).*@", "$1@");
    }

    /** Returns true when the sign ends user and password; in the path of a file it may be part of a name. */
    private boolean isUserinfo(int at) {
        int authority = url.indexOf("//");
        return authority >= 0 && authority < at || url.startsWith("jdbc:oracle:") || !url.contains(":");
    }

    @Override
    public String toString() {
        return "SourceAccess[" + safeUrl() + "]";
    }

    /**
     * The timeouts of a database. Parameters of the address take precedence.
     *
     * @param connect maximum time for a connection, and for finding a readable server
     * @param silence maximum time without data from the server while it answers a query
     */
    public record Limits(Duration connect, Duration silence) {

        /** 10 seconds to connect, 10 minutes without data, which a count of a large table may take. */
        public static final Limits STANDARD = new Limits(Duration.ofSeconds(10), Duration.ofMinutes(10));

        /**
         * Checks the timeouts.
         *
         * @param connect maximum time for a connection, at most a day
         * @param silence maximum time without data, at most a day
         * @throws IllegalArgumentException when a timeout is below a millisecond or longer than a day
         */
        public Limits {
            if (!isLimit(connect) || !isLimit(silence)) {
                throw new IllegalArgumentException("a limit is between a millisecond and a day");
            }
        }

        private static boolean isLimit(Duration limit) {
            return limit.toMillis() > 0 && limit.compareTo(Duration.ofDays(1)) <= 0;
        }
    }
}
