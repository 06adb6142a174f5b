package dev.lockstile.auth.cutover.session;

import dev.lockstile.auth.cutover.session.LegacyTokenFormat.Read;
import dev.lockstile.auth.secret.Secret;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * The legacy system's own list of tokens that it has ended before their time, asked at every exchange. Called outside
 * of any transaction, by many threads at once; has to give up by itself after a time that a person would wait.
 *
 * <p>It can tell no more than the legacy system has written down: not of a token that a client threw away, one that
 * ended with a new password or a disabled account over there unless that made an entry, or one that is ended over there
 * after its exchange.
 */
public interface RevocationList {

    /**
     * {@return true when the legacy system has ended that token}
     *
     * @param token live, with a good signature
     * @param read what the token says
     * @throws dev.lockstile.auth.imports.source.SourceUnusableException when the legacy system does not answer: then
     *     it is unknown, and the token is neither taken nor used up
     */
    boolean isRevoked(Secret token, Read read);

    /**
     * {@return the tables {@code token_blacklist_outstandingtoken} and {@code token_blacklist_blacklistedtoken} of
     * djangorestframework-simplejwt, by {@code jti}} Where the legacy system never had them it ended no token, which is
     * logged as a warning now; where they cannot be read, it is unknown. Gives up after three seconds.
     *
     * @param database where the tables are found by these names, with a user that may read them
     * @param description what the database is, for messages: without passwords
     */
    static RevocationList simpleJwt(DataSource database, String description) {
        return simpleJwt(database, description, JdbcRevocationList.PATIENCE);
    }

    /**
     * {@return the same with another limit for one answer, the wait for a connection included}
     *
     * @param database where the tables are found, with a user that may read them
     * @param description what the database is, for messages: without passwords
     * @param patience how long one answer may take
     */
    static RevocationList simpleJwt(DataSource database, String description, Duration patience) {
        return new JdbcRevocationList(database, description, patience, RevocationTables.SIMPLE_JWT);
    }

    /**
     * {@return the table {@code user_sessions} of an application beside fastapi-users: a token is ended when a row with
     * it has {@code ended_at}} Otherwise as {@link #simpleJwt}.
     *
     * @param database where the table is found, with a user that may read it
     * @param description what the database is, for messages: without passwords
     */
    static RevocationList userSessions(DataSource database, String description) {
        return userSessions(database, description, JdbcRevocationList.PATIENCE);
    }

    /**
     * {@return the same with another limit for one answer, the wait for a connection included}
     *
     * @param database where the tables are found, with a user that may read them
     * @param description what the database is, for messages: without passwords
     * @param patience how long one answer may take
     */
    static RevocationList userSessions(DataSource database, String description, Duration patience) {
        return new JdbcRevocationList(database, description, patience, RevocationTables.USER_SESSIONS);
    }
}
