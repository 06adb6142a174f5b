package dev.lockstile.auth.password.internal;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.MD4Digest;

/** MD4, which the Java platform rightly no longer offers. */
final class Md4 {

    private Md4() {}

    static byte[] hash(byte[] input) {
        MD4Digest md4 = new MD4Digest();
        md4.update(input, 0, input.length);
        byte[] out = new byte[md4.getDigestSize()];
        md4.doFinal(out, 0);
        return out;
    }

    /** Windows' NT hash: MD4 of the password in UTF-16. */
    static byte[] ntHash(byte[] passwordUtf8) {
        return hash(new String(passwordUtf8, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16LE));
    }
}
