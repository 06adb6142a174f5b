package dev.lockstile.auth.cutover.writeback;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.secret.Sha256;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How an old system spells a hash, and a password that does not exist. */
enum HashDialect {
    /** Django behind its own prefixes; {@code argon2-cffi} has to be installed there. */
    DJANGO("pbkdf2_sha256\\$.*|pbkdf2_sha1\\$.*|argon2\\$.*|bcrypt_sha256\\$.*|scrypt\\$.*", "argon2") {
        @Override
        String unusable(String seed) {
            return "!" + HexFormat.of().formatHex(Sha256.of(seed)).substring(0, 40);
        }
    },

    /**
     * fastapi-users, whose reader stops with an error at what is no hash: so a hash of an unknown password.
     */
    FASTAPI_USERS("\\$2[aby]\\$\\d\\d\\$.{53}", "") {
        @Override
        String unusable(String seed) {
            Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
            byte[] salt = Arrays.copyOf(Sha256.of("salt" + seed), 16);
            return "$argon2id$v=19$m=65536,t=3,p=4$" + base64.encodeToString(salt) + "$"
                    + base64.encodeToString(Sha256.of(seed));
        }
    };

    /** Without a pepper, which only this library knows. */
    private static final Pattern PLAIN_ARGON2 =
            Pattern.compile("\\$argon2(id|i|d)\\$v=\\d+\\$m=\\d+,t=\\d+,p=\\d+\\$[A-Za-z0-9+/]+\\$[A-Za-z0-9+/]+");

    private final Pattern asIs;
    private final String prefix;

    HashDialect(String asIs, String prefix) {
        this.asIs = Pattern.compile(asIs);
        this.prefix = prefix;
    }

    /** Equal for equal seeds, so that a repeated write changes nothing. */
    abstract String unusable(String seed);

    /**
     * The text for the old column. A hash that the old system cannot read becomes one that no password opens: the old
     * password, which the person wanted gone, must not stay good there.
     */
    String of(@Nullable Secret hash, String seed) {
        if (hash == null) {
            return unusable(seed);
        }
        String text = hash.reveal();
        if (PLAIN_ARGON2.matcher(text).matches()) {
            return prefix + text;
        }
        return asIs.matcher(text).matches() ? text : unusable(seed);
    }
}
