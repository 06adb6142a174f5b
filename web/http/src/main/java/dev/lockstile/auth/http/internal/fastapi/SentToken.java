package dev.lockstile.auth.http.internal.fastapi;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a link of ours carries, as a page posts it: the token beside its {@code uid}, or both in one text with a full
 * stop between them, for clients that know of one token alone.
 */
record SentToken(String uid, Secret token) {

    private static final int UID_MAX = 320;
    private static final String BETWEEN = ".";

    static SentToken of(RequestFields fields) {
        Secret token = fields.secret("token");
        String uid = fields.optional("uid", UID_MAX);
        return uid == null ? split(token.reveal()) : new SentToken(uid, token);
    }

    static String joined(String uid, Secret token) {
        return uid + BETWEEN + token.reveal();
    }

    private static SentToken split(String text) {
        int end = text.indexOf(BETWEEN);
        return end < 0 || end > UID_MAX
                ? new SentToken("", Secret.of(text))
                : new SentToken(text.substring(0, end), Secret.of(text.substring(end + 1)));
    }

    LinkProof proof(@Nullable String address) {
        return new LinkProof(uid, token, address);
    }

    /** Whose link it was; to be asked of a link that has proven right. */
    Optional<UserId> user(Auth auth) {
        try {
            return auth.userId(new String(Base64.getUrlDecoder().decode(uid), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no text of ours
        }
    }
}
