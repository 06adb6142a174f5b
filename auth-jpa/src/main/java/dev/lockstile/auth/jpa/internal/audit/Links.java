package dev.lockstile.auth.jpa.internal.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The keyed digests that tie entries together (HMAC-SHA-256). Every part is written with its length, so that no two
 * different entries give the same bytes, and entry and head begin differently, so that neither passes for the other.
 */
final class Links {

    private static final int SHORTEST_KEY = 32;

    private final byte[] key;

    Links(byte[] key) {
        if (key.length < SHORTEST_KEY) {
            throw new IllegalArgumentException("the audit key needs at least 32 bytes");
        }
        this.key = key.clone();
    }

    /** @param before digest of the entry before; empty for the first */
    String entry(long number, String before, Entry entry) {
        return digest(out -> {
            out.writeUTF("entry");
            out.writeLong(number);
            out.writeUTF(before);
            Instant at = entry.at();
            out.writeLong(at.getEpochSecond());
            out.writeInt(at.getNano());
            out.writeUTF(entry.name());
            out.writeBoolean(entry.succeeded());
            maybe(out, entry.userRef());
            maybe(out, entry.sessionRef());
            maybe(out, entry.detail());
        });
    }

    String head(long number, String last) {
        return digest(out -> {
            out.writeUTF("head");
            out.writeLong(number);
            out.writeUTF(last);
        });
    }

    static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static void maybe(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        out.writeUTF(text == null ? "" : text);
    }

    private String digest(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(bytes.toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks HmacSHA256", e);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }
}
