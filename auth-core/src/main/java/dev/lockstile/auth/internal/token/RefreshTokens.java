package dev.lockstile.auth.internal.token;

import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.secret.Randomness;
import dev.lockstile.auth.secret.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Refresh tokens: session id, generation, 256 random bits, and a MAC over the three. The store keeps the digest of the
 * live one alone; an old one is recognised for ever by its MAC and generation, without a list of used tokens, so that
 * reuse is detected after any clean-up and restart (RFC 9700 4.14.2), while a made-up token can end no session.
 */
public final class RefreshTokens {

    private static final String PREFIX = "lsr1_";
    private static final int ID_BYTES = 16;
    private static final int SECRET_BYTES = 32;
    private static final int MAC_BYTES = 16;
    private static final int SIGNED_BYTES = ID_BYTES + Integer.BYTES + SECRET_BYTES;

    private final Digests.Use macs;
    private final Digests.Use successors;
    private final Digests.Use forms;
    private final Randomness randomness;

    public RefreshTokens(Digests digests, Randomness randomness) {
        this.macs = digests.use("refresh-token");
        this.successors = digests.use("refresh-token-successor");
        this.forms = digests.use("session-of-form");
        this.randomness = randomness;
    }

    /** A fresh session id. */
    public SessionId newSession() {
        return new SessionId(randomness.text(ID_BYTES));
    }

    /**
     * The session that a form opens, with its first token: computed, so that the same form sent twice gets one session.
     *
     * @param form a secret of the browser and what was typed
     */
    public OfForm ofForm(Secret form) {
        byte[] id = Arrays.copyOf(forms.raw(digestOf("id", form)), ID_BYTES);
        SessionId session =
                new SessionId(Base64.getUrlEncoder().withoutPadding().encodeToString(id));
        return new OfForm(session, mint(session, 0, forms.raw(digestOf("token", form))));
    }

    private byte[] digestOf(String use, Secret form) {
        return forms.of(use, form.reveal()).getBytes(StandardCharsets.US_ASCII);
    }

    /** A fresh token of a session. */
    public Minted mint(SessionId session, int generation) {
        return mint(session, generation, randomness.bytes(SECRET_BYTES));
    }

    /**
     * The token of that generation that follows this one where a lost answer may be given again: computed, so that it
     * need not be kept, under a key without which it is as unpredictable as a random one.
     */
    public Minted successor(Presented presented, int generation) {
        byte[] predecessor = decoded(presented.text());
        byte[] input = ByteBuffer.allocate(predecessor.length + Integer.BYTES)
                .put(predecessor)
                .putInt(generation)
                .array();
        return mint(presented.session(), generation, successors.raw(input));
    }

    private Minted mint(SessionId session, int generation, byte[] secret) {
        byte[] signed = ByteBuffer.allocate(SIGNED_BYTES)
                .put(Base64.getUrlDecoder().decode(session.value()))
                .putInt(generation)
                .put(secret)
                .array();
        byte[] token = ByteBuffer.allocate(SIGNED_BYTES + MAC_BYTES)
                .put(signed)
                .put(mac(signed))
                .array();
        String text = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        return new Minted(Secret.of(text), new SessionState.Token(generation, Digests.sha256(secret)));
    }

    /** What a token says; empty unless we made it. */
    public Optional<Presented> read(Secret token) {
        String text = token.reveal();
        if (!text.startsWith(PREFIX) || text.length() > 128) {
            return Optional.empty();
        }
        try {
            byte[] bytes = decoded(token);
            return bytes.length == SIGNED_BYTES + MAC_BYTES ? genuine(token, bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no base64url
        }
    }

    private static byte[] decoded(Secret token) {
        return Base64.getUrlDecoder().decode(token.reveal().substring(PREFIX.length()));
    }

    private Optional<Presented> genuine(Secret token, byte[] bytes) {
        byte[] signed = Arrays.copyOf(bytes, SIGNED_BYTES);
        byte[] mac = Arrays.copyOfRange(bytes, SIGNED_BYTES, bytes.length);
        if (!MessageDigest.isEqual(mac, mac(signed))) {
            return Optional.empty();
        }
        byte[] id = Arrays.copyOf(signed, ID_BYTES);
        int generation = ByteBuffer.wrap(signed, ID_BYTES, Integer.BYTES).getInt();
        byte[] secret = Arrays.copyOfRange(signed, ID_BYTES + Integer.BYTES, SIGNED_BYTES);
        SessionId session =
                new SessionId(Base64.getUrlEncoder().withoutPadding().encodeToString(id));
        return Optional.of(new Presented(session, new SessionState.Token(generation, Digests.sha256(secret)), token));
    }

    private byte[] mac(byte[] signed) {
        return Arrays.copyOf(macs.raw(signed), MAC_BYTES);
    }

    /** A fresh token and what the store keeps of it. */
    public record Minted(Secret token, SessionState.Token state) {}

    /** A session that is computed from a form, and its first token. */
    public record OfForm(SessionId session, Minted minted) {}

    /** A presented token, genuine, perhaps old. */
    public record Presented(SessionId session, SessionState.Token token, Secret text) {}
}
