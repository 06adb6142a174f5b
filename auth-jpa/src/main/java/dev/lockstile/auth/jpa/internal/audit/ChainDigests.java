package dev.lockstile.auth.jpa.internal.audit;

import dev.lockstile.auth.SymmetricKeys;
import dev.lockstile.auth.jpa.internal.audit.AuditRows.Head;
import dev.lockstile.auth.jpa.internal.audit.AuditRows.Row;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The keyed digests that tie entries together (HMAC-SHA-256). Every part is written with its length, so that no two
 * different entries give the same bytes, and entry and head begin differently, so that neither passes for the other.
 */
final class ChainDigests {

    private static final char AFTER_ID = '.';

    private final SymmetricKeys keys;

    ChainDigests(SymmetricKeys keys) {
        this.keys = keys;
    }

    /** The digest of a new entry. @param before digest of the entry before; empty for the first */
    String entry(long number, String before, AuditEntry entry) {
        return signed(bytes("entry", number, before, entry));
    }

    /** The digest of a new head. */
    String head(long number, String last) {
        return signed(bytes("head", number, last, null));
    }

    /** The digest of the last line of an export, which passes for no head. */
    String export(long number, String last) {
        return signed(bytes("export", number, last, null));
    }

    /** What there is to say of an entry's digest. */
    Proof proof(long number, String before, Row row) {
        return proof(row.digest(), bytes("entry", number, before, row.entry()));
    }

    /** What there is to say of a head's digest. */
    Proof proof(Head head) {
        return proof(head.digest(), bytes("head", head.number(), head.last(), null));
    }

    /** Whether a digest was made with a known key over just this. */
    sealed interface Proof {

        record Good() implements Proof {}

        record Bad() implements Proof {}

        record UnknownKey(String id) implements Proof {}
    }

    /** The id of the key is part of what is signed: another one beside it has no valid digest. */
    private String signed(byte[] message) {
        SymmetricKeys.Key key = keys.current();
        return key.id() + AFTER_ID + digest(key, named(key.id(), message));
    }

    private Proof proof(String stored, byte[] message) {
        int point = stored.indexOf(AFTER_ID);
        if (point < 0) { // written before keys had ids
            return good(keys.all().stream().anyMatch(key -> same(stored, digest(key, message))));
        }
        String id = stored.substring(0, point);
        return keys.byId(id)
                .map(key -> good(same(stored.substring(point + 1), digest(key, named(id, message)))))
                .orElseGet(() -> new Proof.UnknownKey(id));
    }

    private static Proof good(boolean good) {
        return good ? new Proof.Good() : new Proof.Bad();
    }

    private static byte[] named(String id, byte[] message) {
        return written(out -> {
            out.writeUTF("key");
            out.writeUTF(id);
            out.write(message);
        });
    }

    private static byte[] bytes(String kind, long number, String before, @Nullable AuditEntry entry) {
        return written(out -> {
            out.writeUTF(kind);
            out.writeLong(number);
            out.writeUTF(before);
            if (entry != null) {
                write(out, entry);
            }
        });
    }

    private static void write(DataOutputStream out, AuditEntry entry) throws IOException {
        Instant at = entry.at();
        out.writeLong(at.getEpochSecond());
        out.writeInt(at.getNano());
        out.writeUTF(entry.name());
        out.writeBoolean(entry.succeeded());
        maybe(out, entry.userRef());
        maybe(out, entry.sessionRef());
        maybe(out, entry.detail());
        if (entry.actorRef() != null) { // entries from before actors were kept have the digests that they had
            maybe(out, entry.actorRef());
        }
    }

    static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static void maybe(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        out.writeUTF(text == null ? "" : text);
    }

    private static String digest(SymmetricKeys.Key key, byte[] message) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.mac(message));
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @FunctionalInterface
    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }
}
