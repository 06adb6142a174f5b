package dev.lockstile.auth.password.internal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ASP.NET Core Identity: base64 of a marker byte, the figures, the salt and the key. */
final class DotnetFormats {

    private DotnetFormats() {}

    static List<Format> of(Kdf kdf) {
        return List.of(
                RegexFormat.of(
                        "aspnet_v2",
                        "(A[A-P][A-Za-z0-9+/]{64}[A-Za-z0-9+/=]{2})",
                        found -> second(kdf, Encodings.b64(found.group(1)))),
                RegexFormat.of(
                        "aspnet_v3",
                        "(AQAAAA[A-Za-z0-9+/]{38,300}={0,2})",
                        found -> third(kdf, Encodings.b64(found.group(1)))));
    }

    private static @Nullable Verifier second(Kdf kdf, byte[] bytes) {
        if (bytes.length != 49 || bytes[0] != 0) {
            return null;
        }
        return kdf.pbkdf2(Prf.SHA1, Arrays.copyOfRange(bytes, 1, 17), 1_000, Arrays.copyOfRange(bytes, 17, 49));
    }

    private static @Nullable Verifier third(Kdf kdf, byte[] bytes) {
        ByteBuffer figures = ByteBuffer.wrap(bytes, 1, 12);
        int prf = figures.getInt();
        int rounds = figures.getInt();
        int salt = figures.getInt();
        if (bytes[0] != 1 || salt < 16 || salt > bytes.length - 13 - 16) {
            return null;
        }
        return kdf.pbkdf2(
                Prf.numbered(prf),
                Arrays.copyOfRange(bytes, 13, 13 + salt),
                rounds,
                Arrays.copyOfRange(bytes, 13 + salt, bytes.length));
    }
}
