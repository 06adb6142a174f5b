package dev.lockstile.auth.cutover.session;

import dev.lockstile.auth.cutover.session.LegacyTokenFormat.Read;
import dev.lockstile.auth.secret.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a legacy system keeps the tokens it has ended. */
enum RevocationTables {
    SIMPLE_JWT(
            List.of("token_blacklist_outstandingtoken", "token_blacklist_blacklistedtoken"),
            "select 1 from token_blacklist_blacklistedtoken b join token_blacklist_outstandingtoken o"
                    + " on o.id = b.token_id where o.jti = ?",
            "select 1 from django_migrations where app = 'token_blacklist'") {
        @Override
        List<Object> values(Secret token, Read read) {
            String id = read.id();
            if (!id.startsWith(SimpleJwt.JTI)) {
                throw new IllegalArgumentException("SimpleJWT's list is for SimpleJWT's tokens: these have no jti");
            }
            return List.of(id.substring(SimpleJwt.JTI.length()));
        }
    },

    /** By the part that is signed: the signature behind it has more than one spelling. */
    USER_SESSIONS(
            List.of("user_sessions"),
            "select 1 from user_sessions where substr(token, 1, ?) = ? and ended_at is not null",
            null) {
        @Override
        List<Object> values(Secret token, Read read) {
            String text = token.reveal();
            String signed = text.substring(0, text.lastIndexOf('.') + 1);
            return List.of(signed.length(), signed);
        }
    };

    private final List<String> tables;
    private final String query;
    private final @Nullable String witness;

    RevocationTables(List<String> tables, String query, @Nullable String witness) {
        this.tables = tables;
        this.query = query;
        this.witness = witness;
    }

    /** What is bound to the query for one token. */
    abstract List<Object> values(Secret token, Read read);

    List<String> tables() {
        return tables;
    }

    /** Finds a row when the token was ended. */
    String query() {
        return query;
    }

    /** Finds a row when the tables exist, though they may not be in sight; null when nothing tells. */
    @Nullable
    String witness() {
        return witness;
    }
}
