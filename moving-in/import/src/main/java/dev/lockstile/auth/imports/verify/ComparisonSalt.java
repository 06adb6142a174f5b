package dev.lockstile.auth.imports.verify;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.KeyGenerator;

/**
 * A random text in the digests of one comparison, which is not stored. Where one row alone has a field, its checksum is
 * the digest of one value: without the salt, a reader of the report could find a birthday or a number by trying all of
 * them.
 */
record ComparisonSalt(String text) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BITS = 256;

    static ComparisonSalt fresh() {
        try {
            KeyGenerator generator = KeyGenerator.getInstance(ALGORITHM);
            generator.init(BITS);
            return new ComparisonSalt(
                    Base64.getEncoder().encodeToString(generator.generateKey().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "ComparisonSalt[hidden]";
    }
}
