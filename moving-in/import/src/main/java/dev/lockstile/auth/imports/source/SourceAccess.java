package dev.lockstile.auth.imports.source;

import dev.lockstile.auth.secret.Secret;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a database.
 *
 * @param url a JDBC address; it may carry a password, so it is never printed whole
 * @param user null when the address says it or none is needed
 * @param password null when the address says it or none is needed
 * @param limits how long it is waited for
 */
public record SourceAccess(
        String url, @Nullable String user, @Nullable Secret password, Limits limits) {

    private static final Pattern SECRET = Pattern.compile("(?i)(password|passwd|pwd|user) *=");

    /**
     * With the standard limits.
     *
     * @param url the address, by which its kind is told
     * @param user null for none
     * @param password null for none
     */
    public SourceAccess(String url, @Nullable String user, @Nullable Secret password) {
        this(url, user, password, Limits.STANDARD);
    }

    /**
     * {@return a copy with other limits}
     *
     * @param others take the place of those before
     */
    public SourceAccess with(Limits others) {
        return new SourceAccess(url, user, password, others);
    }

    /**
     * {@return the address without user, password and parameters} Where it cannot be told which part is which, such as
     * with a password that holds {@code @}, the kind of address is all that is left.
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

    /** In a file's path it may be anything. */
    private boolean isUserinfo(int at) {
        int authority = url.indexOf("//");
        return authority >= 0 && authority < at || url.startsWith("jdbc:oracle:") || !url.contains(":");
    }

    @Override
    public String toString() {
        return "SourceAccess[" + safeUrl() + "]";
    }

    /**
     * How long a source waits for its database. What the address says about it comes first.
     *
     * @param connect for a connection, and for a server that can be read from
     * @param silence of a server that was asked something: between two pieces of an answer, and before the first
     */
    public record Limits(Duration connect, Duration silence) {

        /** 10 seconds to connect, 10 minutes of silence: a count of a large table may take that long. */
        public static final Limits STANDARD = new Limits(Duration.ofSeconds(10), Duration.ofMinutes(10));

        /**
         * Checks the limits.
         *
         * @param connect how long a connection may take, up to a day
         * @param silence how long the server may say nothing, up to a day
         * @throws IllegalArgumentException when a limit is not positive, or longer than a day
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
